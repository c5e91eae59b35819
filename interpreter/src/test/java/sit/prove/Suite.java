package sit.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import sit.check.Verdict;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;

/** Certificates of all sorts, as the prover makes them. */
public final class Suite {
  private static final String[][] MORE = {
    {"I(X,Z;Y) = I(Z;Y) + I(X;Y|Z)"},
    {"I(X;Z) = I(X;Y) - I(X;Y|Z)", "X -- Y -- Z"},
    {"H(W)*Pe = n*R*Pe", "H(W) = n*R"},
    {"n^-1*H(W) = R", "H(W) = n*R"},
    {
      "H(W|V) <= 1 + Pe*n*R",
      "H(W|V) <= h2(P(W!=V)) + Pe*log2(card(W))",
      "log2(card(W)) = n*R",
      "h2(P(W!=V)) <= 1"
    },
    {"H(X) <= H(X,Y) + 1/2"},
    {"2/3*H(X) + 1/3*H(X,Y) >= 1/3*H(X)"},
    {"H(X[1],X[2]) + H(X[2],X[3]) + H(X[1],X[3]) >= 2*H(X[1],X[2],X[3])"},
    {"H(X|Y,Z) = 0", "X = f(Y)"},
    {"I(A;C) = 0", "A -- B -- C", "A indep B"},
    {"I(A;D) <= I(B;C)", "A -- B -- C", "A,B -- C -- D"},
    {"I(A;B) + I(A;C,D) + 3*I(C;D|A) + I(C;D|B) >= 2*I(C;D)"},
  };

  private Suite() {}

  /** One certificate for each provable statement. */
  public static List<Certificate> certificates() {
    List<Certificate> all = new ArrayList<>();
    for (String[] one : MORE) {
      List<String> given = new ArrayList<>(List.of(one));
      Claim claim = Notation.claim(given.remove(0));
      all.add(prove(claim, Notation.assumptions(given.toArray(new String[0]))));
    }
    try {
      for (OracleTest.Entry entry : OracleTest.entries()) {
        if (entry.provable()) {
          all.add(prove(entry.claim(), entry.given()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static Certificate prove(Claim claim, List<Assumption> given) {
    Verdict verdict = new Prover().decide(claim, given, Limits.start(20, 512), Seed.DEFAULT);
    return (Certificate) ((Verdict.Proved) verdict).theorem().proof();
  }
}
