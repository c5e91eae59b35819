package sit.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.source.Source;
import sit.syntax.Expr;
import sit.syntax.Statement;
import sit.syntax.Statement.Fact;

/** Gives properties of processes their meaning: where they are defined, and where they are used. */
final class Properties {
  private final Source source;
  private final Scope scope;
  private final Provider provider;
  private final TypeErrors errors;

  Properties(Source source, Scope scope, Provider provider, TypeErrors errors) {
    this.source = source;
    this.scope = scope;
    this.provider = provider;
    this.errors = errors;
  }

  /** A definition, which is known from here on. */
  TypedStatement.PropertyOf define(Statement.Property stated) {
    Fact.Named pattern = stated.pattern();
    Scope inner = scope.inner();
    List<String> parameters = bind(pattern.parameters(), inner, Type.NUMBER);
    List<String> groups = bind(pattern.all(), inner, Type.PROCESS);
    List<TypedStatement.Fact> facts = new FactTyper(source, inner, provider).facts(stated.facts());
    boolean conditional = pattern.given().isPresent();
    Property property =
        new Property(pattern.name(), parameters, groups, conditional, facts, source);
    scope.define(property);
    return new TypedStatement.PropertyOf(property, stated.doc(), stated.span());
  }

  private List<String> bind(List<Expr> names, Scope inner, Type type) {
    List<String> bound = new ArrayList<>();
    for (Expr expr : names) {
      boolean fresh = expr instanceof Expr.Name name && !isBound(inner, name.name());
      if (!fresh) {
        throw errors.badPattern(expr.span(), "a property binds names, each once");
      }
      String name = ((Expr.Name) expr).name();
      bound.add(name);
      inner.declare(new Symbol(name, Symbol.Kind.VALUE, 0, type));
    }
    return bound;
  }

  private boolean isBound(Scope inner, String name) {
    return !inner.symbol(name).equals(scope.symbol(name));
  }

  /** A use. */
  TypedStatement.Fact.Named type(Fact.Named named) {
    Property property = find(named);
    boolean fits =
        property.groups().size() == named.all().size()
            && property.conditional() == named.given().isPresent();
    if (!fits) {
      throw errors.propertyForm(named.span(), named.name(), forms(named.name()));
    }
    List<TypedExpr> arguments = new ArrayList<>();
    for (Expr parameter : named.parameters()) {
      TypedExpr typed = new ExprTyper(source, scope, provider).type(parameter);
      if (typed.type() != Type.NUMBER && typed.type() != Type.ANY) {
        throw errors.wrongKind(parameter.span(), "a parameter", "a whole number", typed.type());
      }
      arguments.add(typed);
    }
    for (Expr group : named.all()) {
      arguments.add(process(group));
    }
    return new TypedStatement.Fact.Named(property, arguments, named.span());
  }

  private TypedExpr process(Expr expr) {
    if (expr instanceof Expr.Name name && scope.symbol(name.name()).isEmpty()) {
      List<String> declared = scope.names(Symbol.Kind.PROCESS);
      throw errors.unknownVariable(name.span(), name.name(), declared);
    }
    TypedExpr typed = new ExprTyper(source, scope, provider).type(expr);
    if (typed.type() != Type.PROCESS) {
      throw errors.wrongKind(expr.span(), "what a property is about", "a process", typed.type());
    }
    return typed;
  }

  private Property find(Fact.Named named) {
    Optional<Property> known = known(named);
    if (known.isEmpty() && provider.provide(named.name())) {
      known = known(named);
    }
    if (known.isEmpty()) {
      List<String> forms = forms(named.name());
      throw forms.isEmpty()
          ? errors.unknownProperty(named.nameSpan(), named.name(), provider.propertyNames())
          : errors.propertyForm(named.span(), named.name(), forms);
    }
    return known.get();
  }

  private Optional<Property> known(Fact.Named named) {
    for (Property property : scope.properties(named.name())) {
      if (property.parameters().size() == named.parameters().size()) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }

  private List<String> forms(String name) {
    List<String> forms = new ArrayList<>();
    scope.properties(name).forEach(property -> forms.add(property.form()));
    return forms;
  }
}
