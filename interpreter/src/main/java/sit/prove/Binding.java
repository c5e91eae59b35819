package sit.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Index;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * What stands for the names of a schema: groups for its variables, names of sequences, densities,
 * functions, scalars and indices. Nothing is changed; a binding is made into a larger one.
 *
 * @param sequences the names that a sequence of the schema stands for, in their order
 */
record Binding(
    Map<String, Group> groups,
    Map<String, List<String>> sequences,
    Map<String, Density> densities,
    Map<String, String> functions,
    Map<String, NormalForm> scalars,
    Map<String, Index> indices) {
  static final Binding NONE =
      new Binding(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  private static <V> Optional<Map<String, V>> with(Map<String, V> map, String name, V value) {
    V known = map.get(name);
    if (known != null) {
      return known.equals(value) ? Optional.of(map) : Optional.empty();
    }
    Map<String, V> larger = new HashMap<>(map);
    larger.put(name, value);
    return Optional.of(larger);
  }

  Optional<Binding> group(String name, Group group) {
    return with(groups, name, group)
        .map(g -> new Binding(g, sequences, densities, functions, scalars, indices));
  }

  Optional<Binding> sequence(String name, List<String> names) {
    return with(sequences, name, names)
        .map(s -> new Binding(groups, s, densities, functions, scalars, indices));
  }

  Optional<Binding> density(String name, Density density) {
    return with(densities, name, density)
        .map(d -> new Binding(groups, sequences, d, functions, scalars, indices));
  }

  Optional<Binding> function(String name, String head) {
    return with(functions, name, head)
        .map(f -> new Binding(groups, sequences, densities, f, scalars, indices));
  }

  Optional<Binding> scalar(String name, NormalForm value) {
    return with(scalars, name, value)
        .map(s -> new Binding(groups, sequences, densities, functions, s, indices));
  }

  Optional<Binding> index(String name, Index index) {
    return with(indices, name, index)
        .map(i -> new Binding(groups, sequences, densities, functions, scalars, i));
  }

  /** The binding under which an index of the schema is this one. */
  Optional<Binding> index(Index schema, Index meant) {
    if (schema.coefficients().isEmpty()) {
      return schema.equals(meant) ? Optional.of(this) : Optional.empty();
    } else if (indices.keySet().containsAll(schema.coefficients().keySet())) {
      return schema.with(indices).equals(meant) ? Optional.of(this) : Optional.empty();
    }
    String symbol = schema.coefficients().firstKey();
    boolean plain = schema.coefficients().size() == 1 && schema.coefficients().get(symbol) == 1;
    return plain ? index(symbol, meant.plus(-schema.constant())) : Optional.empty();
  }

  /**
   * The schema with everything put in.
   *
   * @throws IllegalArgumentException if that makes no sense, such as a density of other outcomes
   */
  NormalForm of(NormalForm schema) {
    return schema.replace(this::atom);
  }

  private NormalForm atom(Term term) {
    if (term instanceof Term.Average average) {
      return Expectations.average(of(average.law()), atom(average.body()));
    } else if (term instanceof Term.Surprisal surprisal) {
      return Expectations.surprisal(of(surprisal.density()), of(surprisal.group()));
    } else if (term instanceof Term.LogMean mean) {
      return Expectations.logMean(of(mean.factor()), of(mean.exponent()));
    } else if (term instanceof Term.Entropy entropy) {
      return NormalForm.entropy(of(entropy.group()));
    } else if (term instanceof Term.Symbol symbol) {
      NormalForm scalar = scalars.get(symbol.name());
      Index index = indices.get(symbol.name());
      return scalar != null ? scalar : index != null ? NormalForm.of(index) : NormalForm.of(term);
    } else if (term instanceof Term.Total total) {
      Index from = total.from().with(indices);
      Index to = total.to().with(indices);
      Map<String, Index> inner = new HashMap<>(indices);
      inner.put(total.index(), Index.symbol(total.index()));
      Binding inside = new Binding(groups, sequences, densities, functions, scalars, inner);
      Term body = inside.of(NormalForm.of(total.body())).toTerm();
      return NormalForm.of(new Term.Total(total.index(), from, to, body));
    }
    return NormalForm.of(argument(term));
  }

  private Term argument(Term term) {
    if (term instanceof Term.Variables variables) {
      return new Term.Variables(of(variables.group()));
    } else if (term instanceof Term.Apply apply) {
      List<Term> arguments = new ArrayList<>();
      apply.arguments().forEach(a -> arguments.add(argument(a)));
      String head = functions.getOrDefault(apply.head(), apply.head());
      if (head.equals("^")
          && arguments.size() == 2
          && arguments.get(1) instanceof Term.Constant c) {
        return NormalForm.of(
                new Term.Power(arguments.get(0), c.value().numerator().intValueExact()))
            .toTerm();
      }
      return new Term.Apply(head, arguments);
    } else if (term instanceof Term.Measure measure) {
      List<Term> slots = new ArrayList<>();
      measure.slots().forEach(slot -> slots.add(argument(slot)));
      return new Term.Measure(measure.name(), slots, measure.separators());
    } else if (term instanceof Term.Constant) {
      return term;
    }
    return of(NormalForm.of(term)).toTerm();
  }

  Law of(Law law) {
    List<Law.Factor> factors = new ArrayList<>();
    law.factors().forEach(factor -> factors.add(of(factor)));
    return new Law(factors);
  }

  private Law.Factor of(Law.Factor factor) {
    return new Law.Factor(of(factor.density()), of(factor.of()), of(factor.given()));
  }

  private Density of(Density density) {
    if (density instanceof Density.Named named) {
      return densities.getOrDefault(named.name(), density);
    } else if (density instanceof Density.Tilted tilted) {
      return new Density.Tilted(of(tilted.base()), of(tilted.exponent()));
    }
    return density;
  }

  /** The group with everything put in; letters before the first are nothing. */
  Group of(Group schema) {
    Group all = Group.EMPTY;
    for (Variable variable : schema) {
      all = all.union(of(variable));
    }
    return all;
  }

  private Group of(Variable variable) {
    if (variable instanceof Variable.Single) {
      return groups.getOrDefault(variable.name(), Group.of(variable));
    }
    List<Variable> all = new ArrayList<>();
    for (String name : sequences.getOrDefault(variable.name(), List.of(variable.name()))) {
      if (variable instanceof Variable.Letter letter) {
        Index at = letter.at().with(indices);
        if (at.value().isEmpty() || at.value().getAsInt() >= 1) {
          all.add(new Variable.Letter(name, at));
        }
      } else if (variable instanceof Variable.Block block) {
        all.add(new Variable.Block(name, block.from().with(indices), block.to().with(indices)));
      }
    }
    return Group.of(all);
  }
}
