package sit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Induction;
import sit.proof.HorizonCertificate.Shift;
import sit.proof.HorizonCertificate.Span;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.proof.LawFact;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;
import sit.term.Times;
import sit.term.Variable;

/**
 * Goes through a proof for every horizon. It takes the claim apart itself, works out what the
 * potential leaves at the ends, and looks whether the combinations add up, piece by piece. What it
 * accepts is true for every n >= 1 and every law that satisfies the assumptions: sums telescope,
 * and a sum of what is not negative is not negative.
 */
final class HorizonChecker {
  private static final int LONGEST = 100;
  private final HorizonCertificate certificate;
  private final Index horizon;
  private final Index time;
  private final int given;
  private boolean linear = true;

  HorizonChecker(HorizonCertificate certificate) {
    this.certificate = certificate;
    this.horizon = Index.symbol(certificate.horizon());
    this.time = Index.symbol(certificate.time());
    this.given = certificate.assumptions().size();
  }

  /** Throws what is wrong with the certificate as an exception; returns if it proves its claim. */
  void check() {
    Pieces.require(!horizon.equals(time), "the horizon and the time have one name");
    for (int k = 0; k < certificate.lemmas().size(); k++) {
      check(certificate.lemmas().get(k), given + k);
    }
    linear = true;
    int directions = certificate.telescopes().size();
    for (int k = 0; k < directions; k++) {
      check(certificate.telescopes().get(k), k == 1);
    }
    int needed = certificate.claim().sense() == Sense.ZERO && !linear ? 2 : 1;
    Pieces.require(directions == needed, "a direction is missing, or one too many is there");
  }

  /** The sum over time of a body that is multiplied by a coefficient. */
  private record Part(Term.Total total, NormalForm body) {}

  /** Takes an expression apart into sums over time and the rest, which it returns. */
  private NormalForm parts(NormalForm form, List<Part> sums) {
    TreeMap<Monomial, Rational> rest = new TreeMap<>();
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      List<Term> atoms = entry.getKey().atoms();
      if (atoms.size() == 1 && atoms.get(0) instanceof Term.Total total) {
        NormalForm body = NormalForm.of(total.body()).scale(entry.getValue());
        boolean timed = total.index().equals(certificate.time()) || !speaksOfTime(body);
        boolean distinct = timed && !total.index().equals(certificate.horizon());
        Pieces.require(distinct, "the index of a sum is taken for another");
        sums.add(new Part(total, body));
      } else {
        rest.put(entry.getKey(), entry.getValue());
      }
    }
    Pieces.require(!speaksOfTime(new NormalForm(rest)), "something is said of one time only");
    return new NormalForm(rest);
  }

  private boolean speaksOfTime(NormalForm form) {
    return form.symbols().contains(certificate.time());
  }

  private void check(Telescope telescope, boolean negated) {
    int power = certificate.multiple();
    Pieces.require(power >= 0 && power <= LONGEST, "a high power");
    Term scale = new Term.Power(new Term.Symbol(certificate.horizon()), power);
    NormalForm difference = certificate.claim().difference().multiply(NormalForm.of(scale));
    difference = negated ? difference.negate() : difference;
    for (Use use : telescope.given()) {
      Pieces.require(use.fact() >= 0 && use.fact() < given, "there is no fact " + use.fact());
      Pieces.require(use.multiplier().isConstant(), "a sum that is multiplied");
      Pieces.require(use.law().factors().isEmpty(), "a sum that is averaged");
      spend(use.fact(), use.multiplier());
      NormalForm fact = certificate.assumptions().get(use.fact()).difference();
      difference = difference.subtract(fact.multiply(use.multiplier()));
    }
    List<Part> sums = new ArrayList<>();
    NormalForm rest = parts(difference, sums);
    Span span = checked(telescope.span());
    Pieces generic = pieces(span, certificate.time(), telescope.step());
    NormalForm step = growth(generic, telescope.potential(), time, time.plus(-1));
    for (Part part : sums) {
      step = step.add(generic.read(part.body, Map.of(part.total.index(), time)));
    }
    adds(telescope.step(), step, generic, Map.of(), given + certificate.lemmas().size());
    Pieces whole = pieces(span, "", telescope.ends());
    Index first = Index.of(span.first());
    Index last = horizon.plus(-span.before());
    NormalForm ends = whole.read(rest, Map.of());
    ends = ends.subtract(growth(whole, telescope.potential(), last, first.plus(-1)));
    for (Part part : sums) {
      Index from = part.total.from();
      Index to = part.total.to();
      boolean holds = distance(from, first) >= 0 && distance(last, to) >= 0;
      Pieces.require(holds, "a sum that is shorter than the span");
      ends = ends.add(sum(whole, part, from, first.plus(-1), Map.of()));
      ends = ends.add(sum(whole, part, last.plus(1), to, Map.of()));
    }
    adds(telescope.ends(), ends, whole, Map.of(), given + certificate.lemmas().size());
    Pieces.require(telescope.small().size() == span.least() - 1, "not every small n is proved");
    for (int n = 1; n < span.least(); n++) {
      Map<String, Index> fixed = Map.of(certificate.horizon(), Index.of(n));
      Sum small = telescope.small().get(n - 1);
      if (isExcluded(fixed)) {
        continue;
      }
      Pieces pieces = pieces(new Span(1, 0, n), "", small);
      NormalForm target = pieces.read(rest, fixed);
      for (Part part : sums) {
        Index to = part.total.to().with(fixed);
        target = target.add(sum(pieces, part, part.total.from(), to, fixed));
      }
      adds(small, target, pieces, fixed, given);
    }
  }

  /** Whether an assumption such as {@code n - 2 >= 0} says that this horizon is not meant. */
  private boolean isExcluded(Map<String, Index> fixed) {
    for (Assumption fact : certificate.assumptions()) {
      boolean scalars = fact.difference().atoms().stream().allMatch(a -> isHorizon(a));
      NormalForm at = scalars ? at(fact.difference(), fixed) : NormalForm.ZERO;
      if (fact.sense() == Sense.NON_NEGATIVE
          && at.isConstant()
          && at.constantValue().signum() < 0) {
        return true;
      }
    }
    return false;
  }

  private static NormalForm at(NormalForm scalars, Map<String, Index> fixed) {
    return scalars.replace(
        atom -> NormalForm.of(Index.symbol(((Term.Symbol) atom).name()).with(fixed)));
  }

  private boolean isHorizon(Term atom) {
    return atom.equals(new Term.Symbol(certificate.horizon()));
  }

  /** A sum between two times a number of steps apart, term by term. */
  private static NormalForm sum(
      Pieces pieces, Part part, Index from, Index to, Map<String, Index> fixed) {
    NormalForm total = NormalForm.ZERO;
    for (int k = 0; k <= distance(from, to); k++) {
      Map<String, Index> at = new HashMap<>(fixed);
      at.put(part.total.index(), from.plus(k));
      total = total.add(pieces.read(part.body, at));
    }
    return total;
  }

  private static int distance(Index from, Index to) {
    int distance = to.subtract(from).value().orElse(LONGEST + 1);
    Pieces.require(distance <= LONGEST, from + " and " + to + " are far or not known to be near");
    return distance;
  }

  /** A span for which {@code first - 1 <= n - before} always holds. */
  private static Span checked(Span span) {
    boolean proper = span.first() >= 1 && span.least() >= 1 && span.least() <= LONGEST;
    boolean inOrder = (long) span.first() - 1 <= (long) span.least() - span.before();
    Pieces.require(proper && inOrder, "a span that may be less than empty");
    return span;
  }

  private Pieces pieces(Span span, String timed, Sum sum) {
    return new Pieces(certificate.horizon(), timed, span, sum.cuts());
  }

  /** The value of an expression in the time at one time less that at another. */
  private NormalForm growth(Pieces pieces, NormalForm form, Index to, Index from) {
    NormalForm there = pieces.read(form, Map.of(certificate.time(), to));
    return there.subtract(pieces.read(form, Map.of(certificate.time(), from)));
  }

  /**
   * What is not positive at one end, and never more than a step nearer to it, is never positive.
   */
  private void check(Induction lemma, int place) {
    Span span = checked(lemma.span());
    Pieces.require(!lemma.measure().a().isContinuous(), "a lemma about continuous variables");
    Index end = lemma.rising() ? Index.of(span.first() - 1) : horizon.plus(-span.before());
    NormalForm measure = lemma.measure().normalForm();
    Pieces whole = pieces(span, "", lemma.start());
    NormalForm start = whole.read(measure, Map.of(certificate.time(), end)).negate();
    adds(lemma.start(), start, whole, Map.of(), place);
    Pieces generic = pieces(span, certificate.time(), lemma.step());
    NormalForm growth = growth(generic, measure, time, time.plus(-1));
    adds(lemma.step(), lemma.rising() ? growth.negate() : growth, generic, Map.of(), place);
  }

  /** Requires that the combination is the target, piece by piece, by the first so many facts. */
  private void adds(
      Sum sum, NormalForm target, Pieces pieces, Map<String, Index> fixed, int facts) {
    Pieces.require(sum.surplus().signum() >= 0, "a surplus is negative");
    NormalForm left = target.subtract(NormalForm.constant(sum.surplus()));
    linear &= sum.surplus().isZero() && sum.basics().isEmpty();
    for (Certificate.Term term : sum.basics()) {
      Pieces.require(term.multiplier().signum() > 0, "a multiplier is not positive");
      Pieces.require(pieces.holds(term.basic(), fixed), term.basic() + " may be negative");
      NormalForm basic = pieces.read(term.basic().normalForm(), fixed);
      left = left.subtract(basic.scale(term.multiplier()));
    }
    for (Certificate.Multiple multiple : sum.laws()) {
      left = left.subtract(value(multiple, pieces, fixed));
    }
    for (Use use : sum.uses()) {
      Pieces.require(use.fact() >= 0 && use.fact() < facts, "there is no fact " + use.fact());
      Pieces.require(use.multiplier().isPlain(), "what is divided by could be zero");
      NormalForm multiplier = pieces.read(use.multiplier(), fixed);
      spend(use.fact(), multiplier);
      left = left.subtract(instance(use, pieces, fixed).multiply(multiplier));
    }
    for (Shift shift : sum.shifts()) {
      Pieces.require(shift.multiplier().isPlain(), "what is divided by could be zero");
      NormalForm multiplier = pieces.read(shift.multiplier(), fixed);
      left = left.subtract(difference(shift, pieces, fixed).multiply(multiplier));
    }
    Pieces.require(left.isZero(), "a combination does not add up; " + left + " is left over");
  }

  /** What holds of densities, said of pieces and looked at there. */
  private NormalForm value(Certificate.Multiple multiple, Pieces pieces, Map<String, Index> fixed) {
    LawFact fact = multiple.fact().with(pieces.regrouping(fixed));
    LawFactChecker.check(fact);
    NormalForm multiplier = pieces.read(multiple.multiplier(), fixed);
    boolean equality = fact.sense() == Sense.ZERO;
    boolean positive = multiplier.isConstant() && multiplier.constantValue().signum() > 0;
    Pieces.require(multiple.signs().isEmpty(), "a sign");
    Pieces.require(equality ? multiplier.isPlain() : positive, "a multiplier that may be negative");
    linear &= equality;
    return Pieces.averaged(fact.normalForm()).multiply(multiplier);
  }

  /** An equality may be multiplied by anything, an inequality by a positive constant. */
  private void spend(int fact, NormalForm multiplier) {
    if (fact < given && certificate.assumptions().get(fact).sense() != Sense.ZERO) {
      linear = false;
      boolean allowed = multiplier.isConstant() && multiplier.constantValue().signum() > 0;
      Pieces.require(allowed, "the multiplier of an inequality is not a positive constant");
    }
  }

  /**
   * What blocks of stationary processes gain in entropy when all of them are moved by as many
   * letters: nothing, if none of them starts before the first letter, here or there.
   */
  private NormalForm difference(Shift shift, Pieces pieces, Map<String, Index> fixed) {
    boolean there = shift.fact() >= 0 && shift.fact() < given;
    Pieces.require(there, "there is no fact " + shift.fact());
    Set<String> stationary = stationary(certificate.assumptions().get(shift.fact()));
    Index by = shift.by().with(fixed);
    List<Variable> here = new ArrayList<>();
    List<Variable> later = new ArrayList<>();
    for (Variable variable : shift.blocks()) {
      boolean letter = variable instanceof Variable.Letter;
      boolean known = letter || variable instanceof Variable.Block;
      Pieces.require(
          known && stationary.contains(variable.name()), "a shift of " + variable.name());
      Index from = letter ? ((Variable.Letter) variable).at() : ((Variable.Block) variable).from();
      Index to = letter ? from : ((Variable.Block) variable).to();
      from = from.with(fixed);
      to = to.with(fixed);
      boolean early = !pieces.notNegative(from.plus(-1));
      early |= !pieces.notNegative(from.add(by).plus(-1));
      Pieces.require(!early, "a shift of what may start before the first letter");
      here.add(new Variable.Block(variable.name(), from, to));
      later.add(new Variable.Block(variable.name(), from.add(by), to.add(by)));
    }
    NormalForm moved = NormalForm.entropy(Group.of(later));
    NormalForm difference = moved.subtract(NormalForm.entropy(Group.of(here)));
    return pieces.read(difference, Map.of());
  }

  /**
   * The processes of which a fact says that they are stationary together; it must be written as
   * {@code H(X[s+1..t+1], Y[s+1..t+1]) - H(X[s..t], Y[s..t]) = 0}.
   */
  private Set<String> stationary(Assumption fact) {
    Set<String> names = new TreeSet<>();
    fact.difference().variables().forEach(v -> names.add(v.name()));
    List<String> ends = new ArrayList<>(Substitution.symbols(fact.difference()));
    boolean stated = fact.kind() == Assumption.Kind.STATIONARY && fact.sense() == Sense.ZERO;
    boolean found = false;
    for (int k = 0; k < 2 && stated && ends.size() == 2; k++) {
      Index from = Index.symbol(ends.get(k));
      Index to = Index.symbol(ends.get(1 - k));
      List<Variable> here = new ArrayList<>();
      List<Variable> later = new ArrayList<>();
      for (String name : names) {
        here.add(new Variable.Block(name, from, to));
        later.add(new Variable.Block(name, from.plus(1), to.plus(1)));
      }
      NormalForm moved = NormalForm.entropy(Group.of(later));
      NormalForm meant = moved.subtract(NormalForm.entropy(Group.of(here)));
      found |= fact.difference().equals(meant);
    }
    boolean apart = !ends.contains(certificate.horizon());
    Pieces.require(found && apart, "a fact that does not say that processes are stationary");
    return names;
  }

  /** An instance of a fact, at times at which the fact is known. */
  private NormalForm instance(Use use, Pieces pieces, Map<String, Index> fixed) {
    Map<String, Index> at = new HashMap<>(fixed);
    use.at().forEach((symbol, index) -> at.put(symbol, index.with(fixed)));
    // a fact holds from 1 on, and up to the horizon if it speaks of that; a lemma on its span
    Span span = new Span(2, 0, 1);
    NormalForm fact;
    if (use.fact() < given) {
      fact = certificate.assumptions().get(use.fact()).difference();
    } else {
      Induction lemma = certificate.lemmas().get(use.fact() - given);
      span = lemma.span();
      fact = lemma.measure().normalForm();
    }
    boolean bounded = use.fact() >= given || fact.symbols().contains(certificate.horizon());
    Set<String> free = new TreeSet<>(Substitution.symbols(fact));
    free.remove(certificate.horizon());
    Pieces.require(use.at().keySet().equals(free), "not every index of a fact is given");
    boolean captures = !free.contains(certificate.time()) && speaksOfTime(fact);
    Pieces.require(!captures, "a scalar of a fact is taken for the time");
    Index end = horizon.with(fixed);
    Pieces.require(pieces.notNegative(end.plus(-span.least())), "a lemma is used too early");
    for (String symbol : free) {
      Index index = at.get(symbol);
      boolean known = pieces.notNegative(index.plus(1 - span.first()));
      known &= !bounded || pieces.notNegative(end.plus(-span.before()).subtract(index));
      Pieces.require(known, "a fact is used at " + index + ", where it is not known to hold");
    }
    // a lemma was proved with what it says before the first letter, where nothing is
    boolean meant = use.fact() >= given || Times.areMeant(fact, at, pieces::notNegative);
    Pieces.require(meant, "a fact is used where a letter that it names is not there, or another");
    NormalForm stated = pieces.read(fact, at);
    return use.law().factors().isEmpty()
        ? stated
        : Pieces.averaged(
            LawFactChecker.averaged(stated, pieces.regrouping(fixed).apply(use.law())));
  }
}
