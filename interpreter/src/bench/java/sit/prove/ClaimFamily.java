package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Variable;

/** Claims that exist at every number of variables, by which the prover is measured. */
enum ClaimFamily {
  /** A positive sum of twice as many elemental inequalities as there are variables. */
  RANDOM(true, true) {
    @Override
    Posed at(int variables) {
      return new Posed(sum(variables, 2 * variables), List.of());
    }
  },
  /** The same with sixteen times as many. */
  RANDOM_LONG(true, true) {
    @Override
    Posed at(int variables) {
      return new Posed(sum(variables, 16 * variables), List.of());
    }
  },
  /** Directed information is at most mutual information (Massey 1990). */
  MASSEY(true) {
    @Override
    Posed at(int variables) {
      return new Posed(Claim.atMost(directed(variables / 2), mutual(variables / 2)), List.of());
    }
  },
  /** The converse of that, which is false. */
  MASSEY_REVERSED(false) {
    @Override
    Posed at(int variables) {
      return new Posed(Claim.atLeast(directed(variables / 2), mutual(variables / 2)), List.of());
    }
  },
  /** Mutual information is what flows both ways (Massey and Massey 2005). */
  CONSERVATION(true) {
    @Override
    Posed at(int variables) {
      int n = variables / 2;
      NormalForm back = NormalForm.ZERO;
      for (int t = 2; t <= n; t++) {
        back = back.add(back(t));
      }
      return new Posed(Claim.equal(mutual(n), directed(n).add(back)), List.of());
    }
  },
  /** Without feedback directed information is no less than mutual information. */
  NO_FEEDBACK(true) {
    @Override
    Posed at(int variables) {
      int n = variables / 2;
      List<Assumption> given = new ArrayList<>();
      for (int t = 2; t <= n; t++) {
        given.add(zero(back(t)));
      }
      return new Posed(Claim.atMost(mutual(n), directed(n)), given);
    }
  },
  /** A message over a memoryless channel with feedback, one variable more than the number. */
  FEEDBACK_CONVERSE(true) {
    @Override
    Posed at(int variables) {
      int n = variables / 2;
      Group message = Group.of(new Variable.Single("W"));
      List<Assumption> given = new ArrayList<>();
      NormalForm letters = NormalForm.ZERO;
      for (int t = 1; t <= n; t++) {
        Group x = block("X", t, t);
        Group y = block("Y", t, t);
        Group known = message.union(block("Y", 1, t - 1));
        Group past = known.union(block("X", 1, t - 1));
        given.add(zero(NormalForm.mutualInformation(x, x, known)));
        given.add(zero(NormalForm.mutualInformation(past, y, x)));
        letters = letters.add(NormalForm.mutualInformation(x, y, Group.EMPTY));
      }
      NormalForm all = NormalForm.mutualInformation(message, block("Y", 1, n), Group.EMPTY);
      return new Posed(Claim.atMost(all, letters), given);
    }
  },
  /** The ends of a Markov chain share no more than two variables within. */
  MARKOV_CHAIN(true) {
    @Override
    Posed at(int variables) {
      List<Assumption> given = new ArrayList<>();
      for (int k = 2; k < variables; k++) {
        given.add(
            zero(
                NormalForm.mutualInformation(
                    block("X", 1, k - 1), block("X", k + 1, k + 1), block("X", k, k))));
      }
      int third = variables / 3;
      return new Posed(Claim.atMost(pair(1, variables), pair(1 + third, variables - third)), given);
    }
  },
  /** Of all sets of one less than all (Han 1978). */
  HAN(true) {
    @Override
    Posed at(int variables) {
      Group all = block("X", 1, variables);
      NormalForm sum = NormalForm.ZERO;
      for (int k = 1; k <= variables; k++) {
        sum = sum.add(NormalForm.entropy(all.minus(block("X", k, k))));
      }
      NormalForm most = NormalForm.entropy(all).scale(Rational.of(variables - 1));
      return new Posed(Claim.atLeast(sum, most), List.of());
    }
  },
  /** Of all sets of one half, against those of one more (Han 1978). */
  HAN_MIDDLE(true, true) {
    @Override
    Posed at(int variables) {
      int half = variables / 2;
      NormalForm less = average(variables, half).scale(Rational.of(1, half));
      NormalForm more = average(variables, half + 1).scale(Rational.of(1, half + 1));
      return new Posed(Claim.atLeast(less, more), List.of());
    }
  };

  /** A claim and what is assumed. */
  record Posed(Claim claim, List<Assumption> given) {}

  /** Whether its claims are true. */
  final boolean holds;

  /** Whether writing a member down takes a time exponential in the number of variables. */
  final boolean growsExponentially;

  ClaimFamily(boolean holds) {
    this(holds, false);
  }

  ClaimFamily(boolean holds, boolean growsExponentially) {
    this.holds = holds;
    this.growsExponentially = growsExponentially;
  }

  /** The member with so many variables. */
  abstract Posed at(int variables);

  private static Assumption zero(NormalForm form) {
    return Assumption.zero(Assumption.Kind.RELATION, form + " = 0", form);
  }

  private static Group block(String process, int from, int to) {
    List<Variable> letters = new ArrayList<>();
    for (int k = from; k <= to; k++) {
      letters.add(new Variable.Single(process + k));
    }
    return Group.of(letters);
  }

  private static NormalForm pair(int i, int j) {
    return NormalForm.mutualInformation(block("X", i, i), block("X", j, j), Group.EMPTY);
  }

  private static NormalForm mutual(int n) {
    return NormalForm.mutualInformation(block("X", 1, n), block("Y", 1, n), Group.EMPTY);
  }

  private static NormalForm directed(int n) {
    NormalForm sum = NormalForm.ZERO;
    for (int t = 1; t <= n; t++) {
      sum =
          sum.add(
              NormalForm.mutualInformation(
                  block("X", 1, t), block("Y", t, t), block("Y", 1, t - 1)));
    }
    return sum;
  }

  private static NormalForm back(int t) {
    return NormalForm.mutualInformation(
        block("Y", 1, t - 1), block("X", t, t), block("X", 1, t - 1));
  }

  private static NormalForm average(int variables, int size) {
    NormalForm sum = NormalForm.ZERO;
    int count = 0;
    for (int set = 0; set < 1 << variables; set++) {
      if (Integer.bitCount(set) == size) {
        sum = sum.add(NormalForm.entropy(letters(set, variables)));
        count++;
      }
    }
    return sum.scale(Rational.of(1, count));
  }

  private static Group letters(int set, int variables) {
    List<Variable> letters = new ArrayList<>();
    for (int k = 0; k < variables; k++) {
      if ((set >> k & 1) != 0) {
        letters.add(new Variable.Single("X" + (k + 1)));
      }
    }
    return Group.of(letters);
  }

  private static Claim sum(int variables, int parts) {
    SplittableRandom random = new SplittableRandom(variables);
    NormalForm sum = NormalForm.ZERO;
    for (int k = 0; k < parts; k++) {
      int i = random.nextInt(variables);
      int j = (i + 1 + random.nextInt(variables - 1)) % variables;
      int given = random.nextInt(1 << variables) & ~(1 << i | 1 << j);
      NormalForm elemental =
          NormalForm.mutualInformation(
              letters(1 << i, variables), letters(1 << j, variables), letters(given, variables));
      sum = sum.add(elemental.scale(Rational.of(1 + random.nextInt(3))));
    }
    return Claim.atLeast(sum, NormalForm.ZERO);
  }
}
