package sit.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Certificate.Copy;
import sit.proof.Claim;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * Proofs beyond Shannon's inequalities: by these, over the variables and copies of some of them
 * (Zhang and Yeung 1998; Dougherty, Freiling and Zeger 2011). One copying is tried, of one block or
 * of two, over every choice of the others.
 */
final class CopyLemma {
  /** With five there are 150 choices, each a program of 6 or 7 blocks. */
  private static final int MOST_BLOCKS = 5;

  private static final int MOST_COPIED = 2;
  private static final double SECONDS = 10;
  private static final String METHOD = "copy lemma";

  private final Claim claim;
  private final List<Assumption> assumptions;
  private final Columns columns;
  private final Limits limits;

  CopyLemma(Claim claim, List<Assumption> assumptions, Columns columns, Limits limits) {
    this.claim = claim;
    this.assumptions = assumptions;
    this.columns = columns;
    this.limits = limits.atMost(Math.min(SECONDS, limits.secondsLeft() / 4));
  }

  /** Blocks to be copied, and over which. */
  private record Choice(long of, long over) {}

  Shannon.Result search() {
    int n = columns.blockCount();
    if (n > MOST_BLOCKS) {
      return new Shannon.Result(
          METHOD,
          Optional.empty(),
          n + " variables, of which at most " + MOST_BLOCKS + " are tried");
    }
    try {
      for (Choice choice : choices(n)) {
        limits.check();
        Optional<Certificate> certificate = by(choice);
        if (certificate.isPresent()) {
          return new Shannon.Result(METHOD, certificate, "proved");
        }
      }
    } catch (LimitReached e) {
      Prover.rethrowCancelled(e);
      return new Shannon.Result(METHOD, Optional.empty(), e.getMessage());
    }
    return new Shannon.Result(METHOD, Optional.empty(), "infeasible");
  }

  /** Not all: what is known to need a copy leaves something out of it, and is not over nothing. */
  private static List<Choice> choices(int n) {
    List<Choice> choices = new ArrayList<>();
    long all = (1L << n) - 1;
    for (long of = 1; of <= all; of++) {
      for (long over = 1; over <= all; over++) {
        boolean apart = (of & over) == 0 && (of | over) != all;
        if (apart && Long.bitCount(of) <= MOST_COPIED) {
          choices.add(new Choice(of, over));
        }
      }
    }
    // the known ones copy one variable over two
    choices.sort(
        Comparator.comparingInt((Choice c) -> Long.bitCount(c.of))
            .thenComparingInt(c -> Math.abs(Long.bitCount(c.over) - 2)));
    return choices;
  }

  private Optional<Certificate> by(Choice choice) {
    Group over = columns.group(choice.over);
    SortedSet<Variable> known = new TreeSet<>(claim.difference().variables());
    assumptions.forEach(a -> known.addAll(a.difference().variables()));
    List<Variable> originals = List.copyOf(columns.group(choice.of).variables());
    Copy copy = new Copy(originals, names(originals, known), over);
    Assumption independence =
        fact(
            NormalForm.mutualInformation(
                Group.of(copy.names()), Group.of(known).minus(over), over));
    List<Assumption> all = new ArrayList<>(assumptions);
    all.add(independence);
    for (long part = choice.of; part != 0; part = part - 1 & choice.of) {
      Group plain = columns.group(part);
      Group copied = copied(plain, copy);
      for (long with = choice.over; ; with = with - 1 & choice.over) {
        Group rest = columns.group(with);
        all.add(
            fact(
                NormalForm.entropy(copied.union(rest))
                    .subtract(NormalForm.entropy(plain.union(rest)))));
        if (with == 0) {
          break;
        }
      }
    }
    return new Shannon(claim, all, limits)
        .complete()
        .certificate()
        .map(certificate -> with(copy, independence, certificate));
  }

  private static Assumption fact(NormalForm form) {
    return Assumption.zero(Assumption.Kind.RELATION, "", form);
  }

  private static Group copied(Group plain, Copy copy) {
    List<Variable> names = new ArrayList<>();
    for (Variable variable : plain) {
      names.add(copy.names().get(copy.of().indexOf(variable)));
    }
    return Group.of(names);
  }

  /** {@code A'}, with more primes where that is taken. */
  private static List<Variable> names(List<Variable> originals, SortedSet<Variable> known) {
    TreeSet<String> taken = new TreeSet<>();
    known.forEach(variable -> taken.add(variable.name()));
    List<Variable> names = new ArrayList<>();
    for (Variable original : originals) {
      String name = original.name() + "'";
      while (!taken.add(name)) {
        name += "'";
      }
      names.add(new Variable.Single(name));
    }
    return names;
  }

  /** The equal entropies need not be named: whoever adds up puts originals for copies. */
  private Certificate with(Copy copy, Assumption independence, Certificate found) {
    List<Assumption> given = new ArrayList<>();
    for (Assumption assumption : found.assumptions()) {
      if (assumptions.contains(assumption)) {
        given.add(assumption);
      }
    }
    List<Combination> combinations = new ArrayList<>();
    for (Combination combination : found.combinations()) {
      List<Certificate.Use> uses = new ArrayList<>();
      for (Certificate.Use use : combination.uses()) {
        Assumption fact = found.assumptions().get(use.assumption());
        int place = fact.equals(independence) ? given.size() : given.indexOf(fact);
        if (place >= 0) {
          uses.add(new Certificate.Use(place, use.multiplier()));
        }
      }
      combinations.add(new Combination(combination.basics(), uses, combination.surplus()));
    }
    return new Certificate(claim, given, List.of(copy), combinations);
  }
}
