package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Sense;
import sit.term.Monomial;
import sit.term.NormalForm;

/**
 * Proofs of claims that stay the same when some variables change places. If such a claim is a
 * combination of basic inequalities, it is one in which all that can be taken to each other have
 * one multiplier; so a program over the orbits of sets decides it, however many sets there are.
 */
final class Symmetry {
  private static final int MOST_ORBITS = 400;
  private static final int MOST_BLOCKS = 16;
  private static final int MOST_LINES = 200_000;

  private final Columns columns;
  private final Facts facts;
  private final Limits limits;
  private final int n;
  private final List<Long> classes = new ArrayList<>();
  private boolean hopeless;

  Symmetry(Columns columns, Facts facts, NormalForm difference, Limits limits) {
    this.columns = columns;
    this.facts = facts;
    this.limits = limits;
    this.n = columns.blockCount();
    long left = n <= MOST_BLOCKS ? (1L << n) - 1 : 0;
    while (left != 0) {
      int first = Long.numberOfTrailingZeros(left);
      long together = 1L << first;
      for (int k = first + 1; k < n; k++) {
        if ((left >> k & 1) != 0 && swaps(first, k, difference)) {
          together |= 1L << k;
        }
      }
      classes.add(together);
      left &= ~together;
    }
  }

  /** Whether there is enough of it that a program over orbits is small. */
  boolean isUseful() {
    long orbits = 1;
    for (long together : classes) {
      orbits = Math.min(MOST_ORBITS + 1L, orbits * (Long.bitCount(together) + 1));
    }
    return !classes.isEmpty() && classes.size() < n && orbits <= MOST_ORBITS;
  }

  private boolean swaps(int i, int k, NormalForm difference) {
    boolean alike = isSame(difference, i, k);
    for (Facts.Fact fact : facts.equalities()) {
      alike = alike && isSame(fact.product(), i, k);
    }
    for (Facts.Fact fact : facts.inequalities()) {
      alike = alike && isSame(fact.product(), i, k);
    }
    return alike;
  }

  private boolean isSame(NormalForm form, int i, int k) {
    limits.check();
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      Monomial monomial = entry.getKey();
      if (!monomial.isEntropy()) {
        if (!monomial.atoms().isEmpty()
            && !NormalForm.of(monomial, Rational.ONE).variables().isEmpty()) {
          return false;
        }
        continue;
      }
      long set = columns.mask(monomial.group());
      boolean moved = (set >> i & 1) != (set >> k & 1);
      Monomial other = moved ? entropy(set ^ (1L << i | 1L << k)) : monomial;
      if (!form.coefficient(other).equals(entry.getValue())) {
        return false;
      }
    }
    return true;
  }

  private Monomial entropy(long set) {
    return Monomial.of(new sit.term.Term.Entropy(columns.group(set)));
  }

  /** The set of as many of each class, taken from its first members. */
  private long canonical(long set) {
    long found = 0;
    for (long together : classes) {
      long rest = together;
      for (int k = Long.bitCount(set & together); k > 0; k--) {
        found |= Long.lowestOneBit(rest);
        rest &= rest - 1;
      }
    }
    return found;
  }

  private NormalForm canonical(NormalForm form) {
    TreeMap<Monomial, Rational> sum = new TreeMap<>();
    form.coefficients()
        .forEach(
            (monomial, c) ->
                sum.merge(
                    monomial.isEntropy()
                        ? entropy(canonical(columns.mask(monomial.group())))
                        : monomial,
                    c,
                    Rational::add));
    return new NormalForm(sum);
  }

  /** An orbit of basic inequalities by one of its members. */
  private record Orbit(Pair pair, NormalForm form) {}

  private List<Orbit> orbits() {
    Map<String, Orbit> found = new TreeMap<>();
    long all = (1L << n) - 1;
    for (long first : classes) {
      long i = Long.lowestOneBit(first);
      add(found, new Pair(all & ~i, all));
      for (long second : classes) {
        long j = Long.lowestOneBit(second & ~i);
        if (j == 0 || Long.compareUnsigned(first, second) > 0) {
          continue;
        }
        for (long given : subsets(all & ~i & ~j)) {
          add(found, new Pair(given | i, given | j));
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  /** One set of each number of members of each class. */
  private List<Long> subsets(long within) {
    List<Long> found = List.of(0L);
    for (long together : classes) {
      List<Long> more = new ArrayList<>();
      for (long set : found) {
        long part = 0;
        more.add(set);
        for (long rest = within & together; rest != 0; rest &= rest - 1) {
          part |= Long.lowestOneBit(rest);
          more.add(set | part);
        }
      }
      found = more;
    }
    return found;
  }

  private void add(Map<String, Orbit> found, Pair pair) {
    limits.check();
    boolean negative = pair.isNested() && columns.isContinuous(pair.right() & ~pair.left());
    if (!negative) {
      NormalForm form = canonical(pair.basic(columns).normalForm());
      found.putIfAbsent(form.toString(), new Orbit(pair, form));
    }
  }

  /** A combination for the difference; nothing where there is none, or where it is too long. */
  Optional<Combination> solve(NormalForm difference) {
    List<Orbit> orbits = orbits();
    List<Assumption> known = new ArrayList<>();
    for (Orbit orbit : orbits) {
      known.add(new Assumption(Assumption.Kind.RELATION, "", orbit.form, Sense.NON_NEGATIVE));
    }
    List<Facts.Fact> given = new ArrayList<>(facts.equalities());
    given.addAll(facts.inequalities());
    for (Facts.Fact fact : given) {
      known.add(
          new Assumption(Assumption.Kind.RELATION, "", canonical(fact.product()), fact.sense()));
    }
    NormalForm target = canonical(difference);
    List<NormalForm> all = new ArrayList<>(List.of(target));
    known.forEach(fact -> all.add(fact.difference()));
    Facts reduced = Facts.of(target, known);
    reduced.equalities().forEach(fact -> all.add(fact.product()));
    Program.Outcome outcome =
        new Program(Columns.of(all), reduced, limits).solve(target, List.of());
    hopeless |= outcome instanceof Program.None;
    return outcome instanceof Program.Found found
        ? expanded(found.combination(), orbits, given)
        : Optional.empty();
  }

  /** Whether it was found that no combination of basic inequalities and facts is there. */
  boolean isHopeless() {
    return hopeless;
  }

  private Optional<Combination> expanded(
      Combination combination, List<Orbit> orbits, List<Facts.Fact> given) {
    List<Certificate.Term> basics = new ArrayList<>();
    Map<Integer, NormalForm> uses = new TreeMap<>();
    for (Certificate.Use use : combination.uses()) {
      if (use.assumption() >= orbits.size()) {
        Facts.Fact fact = given.get(use.assumption() - orbits.size());
        NormalForm cofactor = NormalForm.of(fact.cofactor(), Rational.ONE);
        uses.merge(fact.assumption(), use.multiplier().multiply(cofactor), NormalForm::add);
        continue;
      }
      List<Pair> members = members(orbits.get(use.assumption()).pair);
      if (members.size() + basics.size() > MOST_LINES || !use.multiplier().isConstant()) {
        return Optional.empty();
      }
      Rational weight = use.multiplier().constantValue().divide(Rational.of(members.size()));
      for (Pair member : members) {
        basics.add(new Certificate.Term(weight, member.basic(columns)));
      }
    }
    List<Certificate.Use> whole = new ArrayList<>();
    uses.forEach((assumption, by) -> whole.add(new Certificate.Use(assumption, by)));
    return Optional.of(new Combination(basics, whole, combination.surplus()));
  }

  /** All that a basic inequality over single blocks can be taken to. */
  private List<Pair> members(Pair pair) {
    List<Pair> found = new ArrayList<>();
    long all = (1L << n) - 1;
    if (pair.isNested()) {
      long together = classOf(pair.right() & ~pair.left());
      for (long rest = together; rest != 0; rest &= rest - 1) {
        found.add(new Pair(all & ~Long.lowestOneBit(rest), all));
      }
      return found;
    }
    long both = pair.left() & pair.right();
    long first = classOf(pair.left() & ~both);
    long second = classOf(pair.right() & ~both);
    for (long i = first; i != 0; i &= i - 1) {
      limits.check();
      long one = Long.lowestOneBit(i);
      for (long j = second; j != 0; j &= j - 1) {
        long other = Long.lowestOneBit(j);
        if (other == one || first == second && other < one) {
          continue;
        }
        long within = all & ~one & ~other;
        for (long given = within; ; given = given - 1 & within) {
          if (isAlike(given, both)) {
            found.add(new Pair(given | one, given | other));
          }
          if (given == 0) {
            break;
          }
        }
      }
    }
    return found;
  }

  private boolean isAlike(long one, long other) {
    for (long together : classes) {
      if (Long.bitCount(one & together) != Long.bitCount(other & together)) {
        return false;
      }
    }
    return true;
  }

  private long classOf(long block) {
    return classes.stream().filter(together -> (together & block) != 0).findFirst().orElse(0L);
  }
}
