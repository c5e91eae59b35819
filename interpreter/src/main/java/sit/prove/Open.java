package sit.prove;

import java.util.Set;
import java.util.TreeSet;
import sit.term.Density;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/** The names of a schema that nothing has been put for yet. */
record Open(Set<String> functions, Binding known) {
  Set<String> of(NormalForm form) {
    Set<String> open = new TreeSet<>();
    form.atoms().forEach(atom -> collect(atom, open));
    for (Variable variable : form.variables()) {
      if (variable instanceof Variable.Single) {
        add(variable.name(), known.groups().keySet(), open);
      } else {
        add(variable.name(), known.sequences().keySet(), open);
        Set<String> symbols = sit.term.Substitution.symbols(Set.of(variable));
        symbols.forEach(symbol -> add(symbol, known.indices().keySet(), open));
      }
    }
    return open;
  }

  private static void add(String name, Set<String> bound, Set<String> open) {
    if (!bound.contains(name)) {
      open.add(name);
    }
  }

  private void collect(Term term, Set<String> open) {
    if (term instanceof Term.Symbol symbol) {
      boolean fixed = symbol.name().equals("pi") || symbol.name().equals("e");
      if (!fixed && !known.indices().containsKey(symbol.name())) {
        add(symbol.name(), known.scalars().keySet(), open);
      }
    } else if (term instanceof Term.Average average) {
      average.law().factors().forEach(factor -> collect(factor.density(), open));
      collect(average.body(), open);
    } else if (term instanceof Term.Surprisal surprisal) {
      collect(surprisal.density(), open);
    } else if (term instanceof Term.LogMean mean) {
      collect(mean.factor().density(), open);
      mean.exponent().atoms().forEach(atom -> collect(atom, open));
    } else if (term instanceof Term.Apply apply) {
      if (functions.contains(apply.head())) {
        add(apply.head(), known.functions().keySet(), open);
      }
      for (Term argument : apply.arguments()) {
        if (!(argument instanceof Term.Variables)) {
          NormalForm.of(argument).atoms().forEach(atom -> collect(atom, open));
        }
      }
    } else if (term instanceof Term.Measure measure) {
      measure.slots().forEach(slot -> collect(slot, open));
    } else if (term instanceof Term.Total total) {
      NormalForm.of(total.body()).atoms().forEach(atom -> collect(atom, open));
      open.remove(total.index());
    }
  }

  private void collect(Density density, Set<String> open) {
    if (density instanceof Density.Named named) {
      add(named.name(), known.densities().keySet(), open);
    } else if (density instanceof Density.Tilted tilted) {
      collect(tilted.base().density(), open);
      tilted.exponent().atoms().forEach(atom -> collect(atom, open));
    }
  }
}
