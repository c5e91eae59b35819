package sit.eval;

import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Value;

/** Built-in functions that belong together, one of which is applied. */
@FunctionalInterface
interface BuiltinFamily {
  Value apply(TypedExpr.Apply apply, Builtin builtin, Locals locals);
}
