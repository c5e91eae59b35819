package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Rule;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;
import sit.term.Variable;

/**
 * What a proved lemma about processes says where it is cited: of other processes, also of several
 * taken together, of groups in place of variables, with other parameters, and at another horizon.
 * What it was proved from has to be given there too.
 */
public final class Citation {
  private static final int MOST = 600;

  private final Claim step;
  private final List<Assumption> given;
  private final Limits limits;

  private Citation(Claim step, List<Assumption> given, Limits limits) {
    this.step = step;
    this.given = given;
    this.limits = limits;
  }

  /**
   * The instances of a rule's schemas that speak of every horizon.
   *
   * @param given facts with free indices, which premises must be among
   */
  public static List<Assumption> instances(
      Claim step, List<Assumption> given, List<Rule> rules, Limits limits) {
    Map<Claim, Assumption> found = new LinkedHashMap<>();
    for (Rule rule : rules) {
      for (Rule.Schema schema : rule.schemas()) {
        if (schema.isTimeless()) {
          new Citation(step, given, limits).cite(rule.name(), schema, found);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** The names that statements speak of, by what they are. */
  private record Names(Set<String> processes, Set<String> singles, Set<String> scalars) {
    static Names of(List<NormalForm> forms, Set<String> indices) {
      Names names = new Names(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
      for (NormalForm form : forms) {
        for (Variable variable : form.variables()) {
          boolean single = variable instanceof Variable.Single;
          (single ? names.singles : names.processes).add(variable.name());
        }
        for (Term atom : form.atoms()) {
          if (atom instanceof Term.Symbol symbol && !indices.contains(symbol.name())) {
            names.scalars.add(symbol.name());
          }
        }
      }
      return names;
    }
  }

  private void cite(String name, Rule.Schema schema, Map<Claim, Assumption> found) {
    List<NormalForm> theirs = new ArrayList<>(List.of(schema.conclusion().difference()));
    schema.premises().forEach(premise -> theirs.add(premise.difference()));
    List<NormalForm> ours = new ArrayList<>(List.of(step.difference()));
    given.forEach(fact -> ours.add(fact.difference()));
    Set<String> horizons = HorizonForm.free(schema.conclusion().difference());
    Set<String> here = HorizonForm.free(step.difference());
    if (horizons.size() != 1 || here.size() > 1) {
      return;
    }
    String horizon = horizons.iterator().next();
    Names lemma = Names.of(theirs, horizons);
    Names target = Names.of(ours, here);
    List<Renaming> all = List.of(new Renaming(horizon, Index.symbol(horizon)));
    for (String process : lemma.processes) {
      all = each(all, subsets(target.processes), (r, names) -> r.with(process, names));
    }
    for (String single : lemma.singles) {
      all = each(all, subsets(target.singles), (r, names) -> r.with(single, names));
    }
    for (String scalar : lemma.scalars) {
      all = each(all, target.scalars, (r, symbol) -> r.with(scalar, List.of(symbol)));
    }
    for (Renaming renaming : all) {
      for (Index at : horizons(here, ours)) {
        limits.check();
        instance(name, schema, renaming.at(at, here), found);
      }
    }
  }

  private interface Choice<T> {
    Renaming with(Renaming renaming, T choice);
  }

  private static <T> List<Renaming> each(
      List<Renaming> all, Iterable<T> choices, Choice<T> choice) {
    List<Renaming> longer = new ArrayList<>();
    for (Renaming renaming : all) {
      for (T one : choices) {
        if (longer.size() < MOST) {
          longer.add(choice.with(renaming, one));
        }
      }
    }
    return longer;
  }

  /** One name, or two, or all. */
  private static Set<List<String>> subsets(Set<String> names) {
    List<String> list = new ArrayList<>(names);
    Set<List<String>> subsets = new java.util.LinkedHashSet<>();
    list.forEach(name -> subsets.add(List.of(name)));
    for (int i = 0; i < list.size(); i++) {
      for (int j = i + 1; j < list.size(); j++) {
        subsets.add(List.of(list.get(i), list.get(j)));
      }
    }
    if (!list.isEmpty()) {
      subsets.add(list);
    }
    return subsets;
  }

  /** The horizon and its neighbours; of a step about letters, the places of its letters. */
  private static List<Index> horizons(Set<String> here, List<NormalForm> ours) {
    List<Index> horizons = new ArrayList<>();
    if (here.isEmpty()) {
      int last = 0;
      for (NormalForm form : ours) {
        last = Math.max(last, TimedFact.lastLetter(form));
      }
      for (int n = last; n >= 1; n--) {
        horizons.add(Index.of(n));
      }
      return horizons;
    }
    Index horizon = Index.symbol(here.iterator().next());
    horizons.add(horizon);
    horizons.add(horizon.plus(-1));
    horizons.add(horizon.plus(1));
    return horizons;
  }

  private void instance(
      String name, Rule.Schema schema, Renaming renaming, Map<Claim, Assumption> found) {
    NormalForm difference = renaming.of(schema.conclusion().difference());
    boolean early = renaming.horizon().constant() < 0;
    // a lemma is proved from the first letter on; before it nothing may be left to say
    if (difference.isZero() || early && !renaming.atNothing(schema.conclusion().difference())) {
      return;
    }
    for (Assumption premise : schema.premises()) {
      Set<String> free = new TreeSet<>(Substitution.symbols(premise.difference()));
      free.remove(renaming.symbol());
      // under a name that no horizon has, for a fact at the horizon alone is less
      NormalForm generic =
          free.size() == 1
              ? HorizonForm.put(premise.difference(), free.iterator().next(), Index.symbol("_"))
              : premise.difference();
      if (free.size() > 1 || !isGiven(premise, renaming.of(generic))) {
        return;
      }
    }
    Claim claim = new Claim(difference, schema.conclusion().sense());
    found.computeIfAbsent(
        claim,
        c ->
            new Assumption(
                Assumption.Kind.AXIOM,
                name + ": " + Relations.print(c),
                c.difference(),
                c.sense()));
  }

  private boolean isGiven(Assumption premise, NormalForm wanted) {
    NormalForm plain = plain(wanted);
    if (plain.isZero()) {
      return true;
    }
    Optional<Zero> zero = premise.sense() == Sense.ZERO ? Zero.of(plain) : Optional.empty();
    for (Assumption fact : given) {
      NormalForm mine = plain(fact.difference());
      boolean same = mine.equals(plain);
      boolean opposite = fact.sense() == Sense.ZERO && mine.negate().equals(plain);
      boolean strong = fact.sense() == Sense.ZERO || premise.sense() == Sense.NON_NEGATIVE;
      boolean implied =
          zero.isPresent()
              && fact.sense() == Sense.ZERO
              && Zero.of(mine).filter(z -> z.implies(zero.get())).isPresent();
      if (strong && (same || opposite) || implied) {
        return true;
      }
    }
    return false;
  }

  /** The form with its free index, if it has one that is no horizon, under one name. */
  private NormalForm plain(NormalForm form) {
    Set<String> free = new TreeSet<>(Substitution.symbols(form));
    free.removeAll(HorizonForm.free(step.difference()));
    return free.size() == 1
        ? HorizonForm.put(form, free.iterator().next(), Index.symbol("_"))
        : form;
  }

  /** Names put for names, and an index for the horizon. */
  private record Renaming(
      String symbol, Index horizon, Map<String, List<String>> names, Set<String> taken) {
    Renaming(String symbol, Index horizon) {
      this(symbol, horizon, Map.of(), Set.of());
    }

    Renaming with(String name, List<String> others) {
      Map<String, List<String>> more = new LinkedHashMap<>(names);
      more.put(name, others);
      return new Renaming(symbol, horizon, more, taken);
    }

    Renaming at(Index index, Set<String> here) {
      return new Renaming(symbol, index, names, here);
    }

    /** Whether nothing is said of no letters. */
    boolean atNothing(NormalForm form) {
      return new Renaming(symbol, Index.of(0), names, taken).of(form).isZero();
    }

    NormalForm of(NormalForm form) {
      return form.replace(this::of);
    }

    private NormalForm of(Term atom) {
      if (atom instanceof Term.Entropy entropy) {
        return NormalForm.entropy(of(entropy.group()));
      } else if (atom instanceof Term.Symbol scalar) {
        return scalar.name().equals(symbol)
            ? NormalForm.of(horizon)
            : NormalForm.of(
                new Term.Symbol(names.getOrDefault(scalar.name(), List.of(scalar.name())).get(0)));
      } else if (atom instanceof Term.Apply apply) {
        List<Term> arguments = new ArrayList<>();
        for (Term argument : apply.arguments()) {
          arguments.add(
              argument instanceof Term.Variables of
                  ? new Term.Variables(of(of.group()))
                  : of(NormalForm.of(argument)).toTerm());
        }
        return NormalForm.of(new Term.Apply(apply.head(), arguments));
      } else if (atom instanceof Term.Total total) {
        return of(total);
      }
      return NormalForm.of(atom);
    }

    private NormalForm of(Term.Total total) {
      String index = taken.contains(total.index()) ? total.index() + "_" : total.index();
      NormalForm renamed =
          HorizonForm.put(NormalForm.of(total.body()), total.index(), Index.symbol(index));
      NormalForm body = of(renamed);
      Index from = total.from().with(symbol, horizon);
      Index to = total.to().with(symbol, horizon);
      if (from.value().isEmpty() || to.value().isEmpty()) {
        return NormalForm.of(new Term.Total(index, from, to, body.toTerm()));
      }
      NormalForm sum = NormalForm.ZERO;
      for (int t = from.value().getAsInt(); t <= to.value().getAsInt(); t++) {
        sum = sum.add(HorizonForm.put(body, index, Index.of(t)));
      }
      return sum;
    }

    private Group of(Group group) {
      List<Variable> all = new ArrayList<>();
      for (Variable variable : group) {
        for (String name : names.getOrDefault(variable.name(), List.of(variable.name()))) {
          if (variable instanceof Variable.Letter letter) {
            Index at = letter.at().with(symbol, horizon);
            if (at.value().isEmpty() || at.value().getAsInt() >= 1) {
              all.add(new Variable.Letter(name, at));
            }
          } else if (variable instanceof Variable.Block block) {
            Index from = block.from().with(symbol, horizon);
            all.add(new Variable.Block(name, from, block.to().with(symbol, horizon)));
          } else {
            all.add(new Variable.Single(name));
          }
        }
      }
      return Group.of(all);
    }
  }
}
