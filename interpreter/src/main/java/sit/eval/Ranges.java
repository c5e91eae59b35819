package sit.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.term.Density;
import sit.term.Group;
import sit.term.Index;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;
import sit.term.Variable;

/**
 * The length of a density {@code p(y^n)} that a statement about one time {@code t} does not speak
 * of itself: the marginal of the letters up to there is any density of them, so that the length may
 * as well be the last time that is spoken of.
 */
final class Ranges {
  private final String range;
  private final String time;
  private final Index last;

  private Ranges(String range, String time, Index last) {
    this.range = range;
    this.time = time;
    this.last = last;
  }

  /** The length to be put in, where the statement speaks of one time and of one length besides. */
  static Optional<Ranges> of(NormalForm statement) {
    Set<Variable> spoken = new TreeSet<>();
    Set<Term> tilted = new HashSet<>();
    for (Term atom : statement.atoms()) {
      if (atom instanceof Term.Total || !collect(atom, spoken, tilted)) {
        return Optional.empty();
      }
    }
    Set<String> times = Substitution.symbols(spoken);
    Set<String> ranges = new TreeSet<>(Substitution.symbols(statement));
    ranges.removeAll(times);
    if (times.size() != 1 || ranges.size() != 1) {
      return Optional.empty();
    }
    Index time = Index.symbol(times.iterator().next());
    int most = 0;
    for (Variable variable : spoken) {
      Index end =
          variable instanceof Variable.Letter letter
              ? letter.at()
              : variable instanceof Variable.Block block ? block.to() : time;
      Index beyond = end.subtract(time);
      if (beyond.value().isEmpty() && end.value().isEmpty()) {
        return Optional.empty();
      }
      most = Math.max(most, beyond.value().orElse(0));
    }
    return Optional.of(
        new Ranges(ranges.iterator().next(), times.iterator().next(), time.plus(most)));
  }

  /** Collects what is spoken of outside densities; false where a density is made of others. */
  private static boolean collect(Term term, Set<Variable> spoken, Set<Term> seen) {
    if (term instanceof Term.Average average) {
      boolean plain = collect(average.body(), spoken, seen);
      for (Law.Factor factor : average.law().factors()) {
        plain &= collect(factor, spoken);
      }
      return plain;
    } else if (term instanceof Term.Surprisal surprisal) {
      spoken.addAll(surprisal.group().variables());
      return !(surprisal.density() instanceof Density.Tilted);
    } else if (term instanceof Term.LogMean mean) {
      boolean plain = collect(mean.factor(), spoken);
      for (Term atom : mean.exponent().atoms()) {
        plain &= collect(atom, spoken, seen);
      }
      return plain;
    }
    spoken.addAll(NormalForm.of(term).variables());
    return true;
  }

  private static boolean collect(Law.Factor factor, Set<Variable> spoken) {
    Group all = factor.of().union(factor.given());
    spoken.addAll(all.variables());
    return !(factor.density() instanceof Density.Tilted);
  }

  private NormalForm put(NormalForm form) {
    return new Substitution(range, last).apply(form);
  }

  /** The claim with the length put in. */
  Claim of(Claim claim) {
    return new Claim(put(claim.difference()), claim.sense());
  }

  /**
   * The facts with the length put in, as far as they speak of letters up to there. Said of the
   * letters of a length, they hold at every time, also where the statement names its time alike.
   */
  List<Assumption> of(List<Assumption> facts) {
    List<Assumption> all = new ArrayList<>();
    for (Assumption fact : facts) {
      Set<String> taken = Substitution.symbols(fact.difference());
      String other = "s";
      while (taken.contains(other) || other.equals(time)) {
        other += "'";
      }
      try {
        NormalForm anywhere = new Substitution(time, Index.symbol(other)).apply(fact.difference());
        all.add(new Assumption(fact.kind(), fact.text(), put(anywhere), fact.sense()));
      } catch (IllegalArgumentException e) {
        // a fact about letters after the last
        continue;
      }
    }
    return all;
  }
}
