package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * The laws, densities and groups of variables that statements speak of. Variables that always occur
 * together are one block; every group is made of blocks.
 */
final class Vocabulary {
  private final Set<Law> laws = new LinkedHashSet<>();
  private final Set<Density> densities = new LinkedHashSet<>();
  private final Set<Density> pointwise = new LinkedHashSet<>();
  private final Set<Density.Tilted> normalised = new LinkedHashSet<>();
  private final Set<Group> groups = new LinkedHashSet<>();
  private final Map<String, List<Variable>> functions = new TreeMap<>();
  private final Set<String> scalars = new TreeSet<>();
  private final Set<Variable> free = new TreeSet<>();
  private final List<Group> blocks = new ArrayList<>();

  Vocabulary(List<NormalForm> forms) {
    laws.add(Law.BASE);
    for (NormalForm form : forms) {
      for (Term atom : form.atoms()) {
        add(atom);
        Group open =
            atom instanceof Term.Entropy entropy ? entropy.group() : Expectations.free(atom);
        free.addAll(open.variables());
      }
    }
    joint();
    compared();
    Map<Variable, List<Integer>> occurrences = new TreeMap<>();
    int index = 0;
    for (Group group : groups) {
      for (Variable variable : group) {
        occurrences.computeIfAbsent(variable, v -> new ArrayList<>()).add(index);
      }
      index++;
    }
    Map<List<Integer>, List<Variable>> together = new LinkedHashMap<>();
    occurrences.forEach(
        (variable, where) -> together.computeIfAbsent(where, w -> new ArrayList<>()).add(variable));
    together.values().forEach(variables -> blocks.add(Group.of(variables)));
  }

  /** Where two laws draw from one density, what it says of both is worth knowing. */
  private void joint() {
    Map<Density, Integer> draws = new LinkedHashMap<>();
    for (Law law : laws) {
      for (Law.Factor factor : law.factors()) {
        draws.merge(factor.density(), 1, Integer::sum);
      }
    }
    draws.forEach(
        (density, count) -> {
          if (count > 1) {
            laws.add(Law.of(new Law.Factor(density, density.of(), density.given())));
          }
        });
  }

  /**
   * A density that is spoken of at a point beside a tilted one of the same outcomes: under the two
   * of them each is seen to be at most the other.
   */
  private void compared() {
    for (Density.Tilted tilted : normalised) {
      for (Density density : pointwise) {
        boolean alike = density.of().equals(tilted.of()) && density.given().equals(tilted.given());
        if (alike && !density.equals(tilted.base().density())) {
          laws.add(Law.of(new Law.Factor(density, density.of(), density.given())));
          laws.add(Law.of(new Law.Factor(tilted, tilted.of(), tilted.given())));
        }
      }
    }
  }

  private void add(Term term) {
    if (term instanceof Term.Average average) {
      if (average.law().factors().isEmpty()
          && average.body() instanceof Term.Surprisal surprisal
          && surprisal.density() instanceof Density.Named named) {
        pointwise.add(named);
      }
      laws.add(average.law());
      average.law().factors().forEach(this::add);
      add(average.body());
    } else if (term instanceof Term.Surprisal surprisal) {
      groups.add(surprisal.group());
      add(surprisal.density());
    } else if (term instanceof Term.LogMean mean) {
      add(new Density.Tilted(mean.factor(), mean.exponent()));
    } else if (term instanceof Term.Entropy entropy) {
      groups.add(entropy.group());
    } else if (term instanceof Term.Variables variables) {
      groups.add(variables.group());
    } else if (term instanceof Term.Apply apply) {
      function(apply);
      apply.arguments().forEach(this::add);
    } else if (term instanceof Term.Symbol symbol) {
      scalars.add(symbol.name());
    } else if (term instanceof Term.Sum || term instanceof Term.Product) {
      NormalForm.of(term).atoms().forEach(this::add);
    }
  }

  private void function(Term.Apply apply) {
    List<Variable> arguments = new ArrayList<>();
    for (Term argument : apply.arguments()) {
      if (argument instanceof Term.Variables variables) {
        arguments.addAll(variables.group().variables());
      }
    }
    if (!arguments.isEmpty()) {
      functions.put(apply.head(), arguments);
    }
  }

  private void add(Law.Factor factor) {
    groups.add(factor.of());
    groups.add(factor.given());
    add(factor.density());
  }

  private void add(Density density) {
    if (density instanceof Density.Own || !densities.add(density)) {
      return;
    }
    groups.add(density.of());
    groups.add(density.given());
    if (density instanceof Density.Tilted tilted) {
      normalised.add(tilted);
      add(tilted.base());
      tilted.exponent().atoms().forEach(this::add);
    }
  }

  Set<Law> laws() {
    return laws;
  }

  Set<Density> densities() {
    return densities;
  }

  /** The functions of outcomes, each with its arguments. */
  Map<String, List<Variable>> functions() {
    return functions;
  }

  /** The parameters. */
  Set<String> scalars() {
    return scalars;
  }

  /** The variables that no law draws in some atom. */
  Group free() {
    return Group.of(free);
  }

  /** The blocks that lie in a group. */
  List<Group> blocks(Group within) {
    List<Group> inside = new ArrayList<>();
    for (Group block : blocks) {
      if (within.containsAll(block)) {
        inside.add(block);
      }
    }
    return inside;
  }

  /** All unions of some of the blocks, the empty one first. */
  static List<Group> unions(List<Group> blocks) {
    List<Group> unions = new ArrayList<>(List.of(Group.EMPTY));
    for (Group block : blocks) {
      int count = unions.size();
      for (int k = 0; k < count; k++) {
        unions.add(unions.get(k).union(block));
      }
    }
    return unions;
  }
}
