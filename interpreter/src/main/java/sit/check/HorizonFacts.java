package sit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sit.proof.Assumption;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Induction;
import sit.proof.HorizonCertificate.Shift;
import sit.proof.HorizonCertificate.Span;
import sit.proof.HorizonCertificate.Use;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Times;
import sit.term.Variable;

/** What the facts and the lemmas of a proof for every horizon say at certain times. */
final class HorizonFacts {
  private final HorizonCertificate certificate;
  private final Index horizon;
  private final int given;

  HorizonFacts(HorizonCertificate certificate) {
    this.certificate = certificate;
    this.horizon = Index.symbol(certificate.horizon());
    this.given = certificate.assumptions().size();
  }

  /**
   * What blocks of stationary processes gain in entropy when all of them are moved by as many
   * letters: nothing, if none of them starts before the first letter, here or there.
   */
  NormalForm difference(Shift shift, Pieces pieces, Map<String, Index> fixed) {
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
  NormalForm instance(Use use, Pieces pieces, Map<String, Index> fixed) {
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
    Set<String> scalars = new TreeSet<>(fact.symbols());
    scalars.removeAll(free);
    boolean captures = scalars.stream().anyMatch(pieces::isTime);
    captures |= scalars.contains(certificate.time());
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
