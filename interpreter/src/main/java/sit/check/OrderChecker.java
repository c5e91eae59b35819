package sit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.OrderCertificate;
import sit.proof.OrderCertificate.Case;
import sit.proof.OrderCertificate.Instance;
import sit.proof.Sense;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Orders;
import sit.term.Substitution;
import sit.term.Term;
import sit.term.Times;
import sit.term.Variable;

/**
 * Goes through a proof about several times. It lists the orders in which they may stand itself, and
 * works out for each what the claim and the facts say of the pieces that all processes fall into.
 */
final class OrderChecker {
  private static final int MOST_SYMBOLS = 3;
  private final OrderCertificate certificate;
  private final Set<String> symbols;

  OrderChecker(OrderCertificate certificate) {
    this.certificate = certificate;
    this.symbols = Substitution.symbols(certificate.claim().difference());
  }

  /** Throws what is wrong with the certificate as an exception; returns if it proves its claim. */
  void check() {
    boolean few = !symbols.isEmpty() && symbols.size() <= MOST_SYMBOLS;
    Pieces.require(few, "a claim about no time, or about too many");
    plain(certificate.claim().difference());
    List<List<List<String>>> orders = Orders.of(List.copyOf(symbols));
    Pieces.require(orders.size() == certificate.cases().size(), "an order is missing");
    for (int k = 0; k < orders.size(); k++) {
      Case one = certificate.cases().get(k);
      Pieces.require(one.order().equals(orders.get(k)), "an order is missing: " + orders.get(k));
      check(one);
    }
  }

  private static void plain(NormalForm form) {
    boolean plain = !Expectations.speaksOfDensities(form);
    plain &= form.atoms().stream().noneMatch(atom -> atom instanceof Term.Total);
    Pieces.require(plain, "sums or densities at several times");
  }

  private void check(Case one) {
    Map<String, Index> at = new TreeMap<>();
    List<Pieces.Range> ranges = new ArrayList<>();
    int size = one.order().size();
    for (int k = 0; k < size; k++) {
      String first = one.order().get(k).get(0);
      one.order().get(k).forEach(symbol -> at.put(symbol, Index.symbol(first)));
      if (k + 1 < size) {
        Index next = Index.symbol(one.order().get(k + 1).get(0));
        ranges.add(new Pieces.Range(first, k + 1, next.plus(-1)));
      }
    }
    String last = one.order().get(size - 1).get(0);
    Pieces pieces = new Pieces(last, size, ranges, one.cuts());
    if (one.proof().isEmpty()) {
      boolean excluded = certificate.assumptions().stream().anyMatch(a -> excludes(a, at, pieces));
      Pieces.require(excluded, "nothing is said of an order: " + one.order());
      return;
    }
    Certificate proof = one.proof().get();
    NormalForm claimed = opaque(pieces.read(certificate.claim().difference(), at));
    boolean same = proof.claim().difference().equals(claimed);
    same &= proof.claim().sense() == certificate.claim().sense();
    Pieces.require(same, "a proof of something else");
    Pieces.require(one.facts().size() == proof.assumptions().size(), "not one fact for each");
    for (int k = 0; k < one.facts().size(); k++) {
      Assumption assumed = proof.assumptions().get(k);
      Assumption fact = fact(one.facts().get(k).fact());
      NormalForm instance = instance(one.facts().get(k), fact, at, pieces);
      boolean known = assumed.difference().equals(instance) && assumed.sense() == fact.sense();
      Pieces.require(known, "an assumption that is no instance of a fact: " + assumed.text());
    }
    Optional<String> objection = Checker.objection(proof);
    Pieces.require(objection.isEmpty(), objection.orElse(""));
  }

  private Assumption fact(int place) {
    boolean there = place >= 0 && place < certificate.assumptions().size();
    Pieces.require(there, "there is no fact " + place);
    return certificate.assumptions().get(place);
  }

  /** Whether an assumption such as {@code n - t >= 0} is false in an order. */
  private static boolean excludes(Assumption fact, Map<String, Index> at, Pieces pieces) {
    Index index = Index.of(0);
    for (Map.Entry<Monomial, Rational> entry : fact.difference().coefficients().entrySet()) {
      List<Term> atoms = entry.getKey().atoms();
      boolean time = atoms.size() == 1 && atoms.get(0) instanceof Term.Symbol s && isTime(s, at);
      if (!time && !atoms.isEmpty() || !entry.getValue().isInteger()) {
        return false;
      }
      int multiple = entry.getValue().numerator().intValueExact();
      Index part =
          atoms.isEmpty() ? Index.of(1) : Index.symbol(((Term.Symbol) atoms.get(0)).name());
      index = index.add(part.multiply(multiple));
    }
    Index value = index.with(at);
    return pieces.notNegative(value.multiply(-1).plus(-1))
        || fact.sense() == Sense.ZERO && pieces.notNegative(value.plus(-1));
  }

  private static boolean isTime(Term.Symbol symbol, Map<String, Index> at) {
    return at.containsKey(symbol.name());
  }

  /** A fact at times at which it is known: from 1 on, and up to each time that it speaks of. */
  private NormalForm instance(
      Instance instance, Assumption fact, Map<String, Index> at, Pieces pieces) {
    NormalForm stated = fact.difference();
    plain(stated);
    Set<String> free = new TreeSet<>(Substitution.symbols(stated));
    free.removeAll(symbols);
    Pieces.require(instance.at().keySet().equals(free), "not every index of a fact is given");
    Map<String, Index> all = new TreeMap<>(at);
    for (String symbol : free) {
      Index index = instance.at().get(symbol).with(at);
      boolean known = pieces.notNegative(index.plus(-1));
      for (String bound : symbols) {
        boolean spoken = stated.symbols().contains(bound);
        known &= !spoken || pieces.notNegative(at.get(bound).subtract(index));
      }
      Pieces.require(known, "a fact is used at " + index + ", where it is not known to hold");
      all.put(symbol, index);
    }
    boolean meant = Times.areMeant(stated, all, pieces::notNegative);
    Pieces.require(meant, "a fact is used where a letter that it names is not there, or another");
    return opaque(pieces.read(stated, all));
  }

  /** Pieces as blocks that a certificate knows nothing more of. */
  private static NormalForm opaque(NormalForm form) {
    return form.replace(
        atom ->
            atom instanceof Term.Entropy entropy
                ? NormalForm.entropy(opaque(entropy.group()))
                : NormalForm.of(atom));
  }

  private static Group opaque(Group group) {
    List<Variable> blocks = new ArrayList<>();
    for (Variable variable : group) {
      blocks.add(
          variable instanceof Variable.Piece piece
              ? new Variable.Block(piece.name(), piece.from(), piece.to())
              : variable);
    }
    return Group.of(blocks);
  }
}
