package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.check.Theorem;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.OrderCertificate;
import sit.proof.OrderCertificate.Case;
import sit.proof.OrderCertificate.Instance;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Orders;
import sit.term.Substitution;
import sit.term.Sums;
import sit.term.Term;
import sit.term.Times;
import sit.term.Variable;

/**
 * Proves a claim about several times, each of which ranges over all, in every order in which they
 * may stand: there it is a claim over fixed variables, the pieces between the places that occur.
 */
final class OrderProof {
  private static final int MOST_SYMBOLS = 3;
  private static final int FARTHEST = 1;

  private final Claim claim;
  private final List<Assumption> assumptions;
  private final Set<String> symbols;
  private final Limits limits;

  private OrderProof(Claim claim, List<Assumption> assumptions, Limits limits) {
    this.claim = claim;
    this.assumptions = assumptions;
    this.symbols = Substitution.symbols(claim.difference());
    this.limits = limits;
  }

  /** Whether a claim is about several times and holds no sums. */
  static boolean isFor(Claim claim) {
    int size = Substitution.symbols(claim.difference()).size();
    boolean sums = claim.difference().atoms().stream().anyMatch(a -> a instanceof Term.Total);
    return !sums && size > 1 && size <= MOST_SYMBOLS;
  }

  /** A proof of each case; nothing where one is not found. */
  static Optional<OrderCertificate> of(Claim claim, List<Assumption> given, Limits limits) {
    OrderProof proof = new OrderProof(claim, given, limits);
    List<Case> cases = new ArrayList<>();
    for (List<List<String>> order : Orders.of(List.copyOf(proof.symbols))) {
      Optional<Case> one = proof.prove(proof.new Order(order));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      cases.add(one.get());
    }
    return Optional.of(trimmed(new OrderCertificate(claim, given, cases)));
  }

  /** One order of the times. */
  private final class Order {
    final List<List<String>> order;
    final Map<String, Index> at = new TreeMap<>();
    final List<String> chain = new ArrayList<>();

    Order(List<List<String>> order) {
      this.order = order;
      for (List<String> equal : order) {
        chain.add(equal.get(0));
        equal.forEach(symbol -> at.put(symbol, Index.symbol(equal.get(0))));
      }
    }

    /** Whether an index is certain to be 0 or more. */
    boolean notNegative(Index index) {
      Index bound = index;
      for (int k = 0; k < chain.size(); k++) {
        String symbol = chain.get(k);
        boolean rises = bound.coefficients().getOrDefault(symbol, 0) > 0;
        if (!rises && k + 1 < chain.size()) {
          bound = bound.with(symbol, Index.symbol(chain.get(k + 1)).plus(-1));
        } else if (rises) {
          bound = bound.with(symbol, Index.of(k + 1));
        }
      }
      return bound.value().isPresent() && bound.constant() >= 0;
    }

    /** Puts a place among the others; false where it is not known between which it lies. */
    boolean insert(List<Index> cuts, Index place) {
      if (notNegative(place.multiply(-1))) {
        return true;
      }
      int k = 0;
      while (k < cuts.size() && notNegative(place.subtract(cuts.get(k)))) {
        if (place.equals(cuts.get(k))) {
          return true;
        }
        k++;
      }
      boolean ordered = k == cuts.size() || notNegative(cuts.get(k).subtract(place));
      if (ordered && k > 0) {
        cuts.add(k, place);
      }
      return ordered && k > 0;
    }
  }

  private Optional<Case> prove(Order order) {
    if (assumptions.stream().anyMatch(fact -> excludes(fact, order))) {
      return Optional.of(new Case(order.order, List.of(Index.of(0)), List.of(), Optional.empty()));
    }
    List<Index> cuts = new ArrayList<>(List.of(Index.of(0)));
    NormalForm difference = put(claim.difference(), order.at);
    for (Index end : Cutting.ends(difference)) {
      if (!order.insert(cuts, end)) {
        return Optional.empty();
      }
    }
    for (String symbol : order.chain) {
      order.insert(cuts, Index.symbol(symbol));
      order.insert(cuts, Index.symbol(symbol).plus(-1));
    }
    Cutting cutting = new Cutting(cuts, Level.ENDS, Set.of());
    Optional<NormalForm> target = cutting.form(difference);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    List<Instance> instances = new ArrayList<>();
    List<Assumption> facts = new ArrayList<>();
    for (int k = 0; k < assumptions.size(); k++) {
      for (Instance instance : instances(k, order)) {
        Map<String, Index> at = new TreeMap<>(order.at);
        at.putAll(instance.at());
        Assumption fact = assumptions.get(k);
        Optional<NormalForm> form = form(fact, at, cutting);
        if (form.isPresent() && !form.get().isZero()) {
          instances.add(instance);
          facts.add(
              new Assumption(
                  Assumption.Kind.RELATION, fact.text(), opaque(form.get()), fact.sense()));
        }
      }
    }
    Claim posed = new Claim(opaque(target.get()), claim.sense());
    Optional<Theorem> theorem = new Prover().prove(posed, facts, limits);
    return theorem.map(
        found -> {
          Certificate certificate = (Certificate) found.proof();
          List<Instance> used = new ArrayList<>();
          certificate.assumptions().forEach(a -> used.add(instances.get(facts.indexOf(a))));
          return new Case(order.order, cuts, used, Optional.of(certificate));
        });
  }

  private static boolean excludes(Assumption fact, Order order) {
    NormalForm form = fact.difference();
    boolean scalars =
        form.atoms().stream()
            .allMatch(a -> a instanceof Term.Symbol s && order.at.containsKey(s.name()));
    boolean linear = form.coefficients().keySet().stream().allMatch(m -> m.atoms().size() < 2);
    if (!scalars || !linear || fact.sense() != Sense.NON_NEGATIVE) {
      return false;
    }
    Index index = Index.of(0);
    for (Map.Entry<Monomial, sit.exact.Rational> entry : form.coefficients().entrySet()) {
      List<Term> atoms = entry.getKey().atoms();
      Index part =
          atoms.isEmpty() ? Index.of(1) : order.at.get(((Term.Symbol) atoms.get(0)).name());
      if (!entry.getValue().isInteger() || entry.getValue().numerator().bitLength() > 15) {
        return false;
      }
      index = index.add(part.multiply(entry.getValue().numerator().intValueExact()));
    }
    return order.notNegative(index.multiply(-1).plus(-1));
  }

  /** A fact at every time near one of the claim's. */
  private List<Instance> instances(int fact, Order order) {
    NormalForm stated = assumptions.get(fact).difference();
    if (TimedFact.hasSums(assumptions.get(fact))) {
      return List.of();
    }
    Set<String> free = new TreeSet<>(Substitution.symbols(stated));
    free.removeAll(symbols);
    List<TreeMap<String, Index>> all = List.of(new TreeMap<>());
    for (String symbol : free) {
      List<TreeMap<String, Index>> longer = new ArrayList<>();
      for (TreeMap<String, Index> at : all) {
        for (Index time : times(stated, order)) {
          TreeMap<String, Index> next = new TreeMap<>(at);
          next.put(symbol, time);
          longer.add(next);
        }
      }
      all = longer;
    }
    List<Instance> found = new ArrayList<>();
    for (TreeMap<String, Index> at : all) {
      Map<String, Index> whole = new TreeMap<>(order.at);
      whole.putAll(at);
      if (Times.areMeant(stated, whole, order::notNegative)) {
        found.add(new Instance(fact, at));
      }
    }
    return found;
  }

  private List<Index> times(NormalForm stated, Order order) {
    List<Index> times = new ArrayList<>();
    List<Index> around = new ArrayList<>(List.of(Index.of(0)));
    order.chain.forEach(symbol -> around.add(Index.symbol(symbol)));
    for (Index middle : around) {
      for (int j = -FARTHEST; j <= FARTHEST; j++) {
        Index time = middle.plus(j);
        boolean known = order.notNegative(time.plus(-1));
        for (String bound : symbols) {
          boolean spoken = stated.symbols().contains(bound);
          known &= !spoken || order.notNegative(order.at.get(bound).subtract(time));
        }
        if (known) {
          times.add(time);
        }
      }
    }
    return times;
  }

  private static Optional<NormalForm> form(
      Assumption fact, Map<String, Index> at, Cutting cutting) {
    try {
      return cutting.form(put(fact.difference(), at));
    } catch (ArithmeticException e) {
      // that s < t says nothing of s = t
      return Optional.empty();
    }
  }

  /** Puts indices in all at once. */
  private static NormalForm put(NormalForm form, Map<String, Index> at) {
    NormalForm result = form;
    for (String symbol : at.keySet()) {
      result = Sums.put(result, symbol, Index.symbol(":" + symbol));
    }
    for (Map.Entry<String, Index> entry : at.entrySet()) {
      result = Sums.put(result, ":" + entry.getKey(), entry.getValue());
    }
    return result;
  }

  /** Pieces as blocks that a proof knows nothing more of. */
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

  /** The certificate with those assumptions only that it uses, or that exclude an order. */
  private static OrderCertificate trimmed(OrderCertificate certificate) {
    TreeMap<Integer, Integer> places = new TreeMap<>();
    for (int k = 0; k < certificate.assumptions().size(); k++) {
      if (Substitution.symbols(certificate.assumptions().get(k).difference()).isEmpty()
          && certificate.assumptions().get(k).difference().variables().isEmpty()) {
        places.put(k, 0);
      }
    }
    certificate.cases().forEach(c -> c.facts().forEach(f -> places.put(f.fact(), 0)));
    List<Assumption> kept = new ArrayList<>();
    for (Map.Entry<Integer, Integer> entry : places.entrySet()) {
      entry.setValue(kept.size());
      kept.add(certificate.assumptions().get(entry.getKey()));
    }
    List<Case> cases = new ArrayList<>();
    for (Case one : certificate.cases()) {
      List<Instance> facts = new ArrayList<>();
      one.facts().forEach(f -> facts.add(new Instance(places.get(f.fact()), f.at())));
      cases.add(new Case(one.order(), one.cuts(), facts, one.proof()));
    }
    return new OrderCertificate(certificate.claim(), kept, cases);
  }
}
