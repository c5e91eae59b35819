package sit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.OrderCertificate;
import sit.proof.OrderCertificate.Case;
import sit.proof.OrderCertificate.Instance;
import sit.prove.EveryN;
import sit.render.CertificateJson;
import sit.render.ProofPrinter;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Orders;
import sit.term.Variable;
import sit.value.Judgement;

/** Claims about several times, in every order in which they may stand; and proofs that are bent. */
class OrderCheckerTest {
  private static OrderCertificate certificate(String claim) {
    Judgement judgement = EveryN.judge(claim);
    assertThat(judgement.ruling()).as(claim).isEqualTo(Judgement.Ruling.PROVED);
    return (OrderCertificate) judgement.certificate().orElseThrow();
  }

  private static void rejected(OrderCertificate bent) {
    assertThat(Checker.objection(bent)).as(bent.toString()).isPresent();
  }

  @Test
  void thereAreThreeOrdersOfTwoAndThirteenOfThree() {
    assertThat(Orders.of(List.of("s"))).hasSize(1);
    assertThat(Orders.of(List.of("s", "t"))).hasSize(3).doesNotHaveDuplicates();
    assertThat(Orders.of(List.of("s", "t", "n"))).hasSize(13).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H(X[s], X[t]) <= H(X[s]) + H(X[t])",
        "H(X^n) <= H(X^t) + H(X[t+1..n])",
        "I(X^t; Y^n) >= I(X^t; Y^t) given t <= n",
        "I(X[t..n]; Y^n) <= I(X^n; Y^n)",
        "H(X[t] | X^n) = 0 given t <= n",
        "H(X^n) = H(X^t) + H(X[t+1..n] | X^t) given t <= n",
        "I(W; X[s], Y[t]) <= I(W; X^n, Y^n) given s <= n, t <= n",
        "I(X[t]; Y^n) <= I(X[t]; Y^t) given X[u] -- Y^u -- (Y[u+1..n], X^(u-1)), t <= n"
      })
  void isProvedInEveryOrder(String claim) {
    OrderCertificate proof = certificate(claim);
    assertThat(Checker.objection(proof)).isEmpty();
    assertThat(Checker.objection(CertificateJson.read(CertificateJson.write(proof)))).isEmpty();
    assertThat(ProofPrinter.text(proof)).contains("for ");
    assertThat(ProofPrinter.latex(proof, "d")).contains("align*");
  }

  /** Each is false in one order. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "H(X[s], X[t]) = H(X[s]) + H(X[t])",
        "I(X[s]; X[t]) = 0 given X[u] indep X[v]",
        "H(X[s]) <= H(X[t])",
        "H(X^s) <= H(X^t)",
        "H(X^n) = H(X^t) + H(X[t+1..n] | X^t)",
        "H(X[t] | X^n) = 0",
        "I(X^t; Y^n) >= I(X^t; Y^t)",
        "I(X^t; Y^n) >= I(X^t; Y^t) given t <= n + 1",
        "H(X[t+1] | X^n) = 0 given t <= n",
        "H(X[s..t]) <= H(X[s..t-1])",
        "I(X[s]; Y[t]) <= I(X^n; Y^n) given s <= n"
      })
  void isNotProved(String claim) {
    assertThat(EveryN.judge(claim).ruling()).isNotEqualTo(Judgement.Ruling.PROVED);
  }

  @Test
  void everyPartOfAProofIsLookedAt() {
    OrderCertificate proof = certificate("H(X^n) = H(X^t) + H(X[t+1..n] | X^t) given t <= n");
    Claim claim = proof.claim();
    List<Case> cases = proof.cases();
    rejected(new OrderCertificate(claim, proof.assumptions(), cases.subList(0, 2)));
    List<Case> turned = new ArrayList<>(cases);
    turned.set(0, cases.get(1));
    rejected(new OrderCertificate(claim, proof.assumptions(), turned));
    rejected(new OrderCertificate(claim, List.of(), cases));
    Variable letter = new Variable.Letter("X", Index.symbol("t"));
    NormalForm more = claim.difference().add(NormalForm.entropy(Group.of(letter)));
    rejected(new OrderCertificate(new Claim(more, claim.sense()), proof.assumptions(), cases));
    for (int k = 0; k < cases.size(); k++) {
      Case one = cases.get(k);
      List<Case> bent = new ArrayList<>(cases);
      // an order that is not excluded is not done with by saying nothing of it
      bent.set(k, new Case(one.order(), one.cuts(), List.of(), Optional.empty()));
      if (one.proof().isPresent()) {
        rejected(new OrderCertificate(claim, proof.assumptions(), bent));
        List<Index> fewer = new ArrayList<>(one.cuts());
        fewer.remove(fewer.size() - 1);
        bent.set(k, new Case(one.order(), fewer, one.facts(), one.proof()));
        rejected(new OrderCertificate(claim, proof.assumptions(), bent));
      }
    }
  }

  @Test
  void aFactIsUsedOnlyWhereItIsKnown() {
    OrderCertificate proof = certificate("I(X[t]; Y[n]) = 0 given X[u] indep Y[v]");
    for (int k = 0; k < proof.cases().size(); k++) {
      Case one = proof.cases().get(k);
      for (Instance instance : one.facts()) {
        for (String symbol : instance.at().keySet()) {
          var at = new java.util.TreeMap<>(instance.at());
          at.put(symbol, Index.symbol(symbol));
          List<Case> bent = new ArrayList<>(proof.cases());
          List<Instance> facts = List.of(new Instance(instance.fact(), at));
          bent.set(k, new Case(one.order(), one.cuts(), facts, one.proof()));
          rejected(new OrderCertificate(proof.claim(), proof.assumptions(), bent));
        }
      }
    }
    Assumption fact = proof.assumptions().get(0);
    Assumption other =
        Assumption.zero(
            fact.kind(), fact.text(), fact.difference().scale(sit.exact.Rational.of(2)));
    rejected(new OrderCertificate(proof.claim(), List.of(other), proof.cases()));
  }
}
