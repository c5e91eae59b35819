package sit.value;

import java.util.List;
import java.util.Optional;
import sit.check.Verdict.Attempt;
import sit.proof.Counterexample;
import sit.proof.Proof;
import sit.source.Source;
import sit.source.Span;
import sit.term.Term;

/**
 * What was found of a claim, a step, a lemma or a derivation.
 *
 * @param name of a step its derivation's name and its number
 * @param statement the claim as it was written
 * @param relation {@code =}, {@code <=} or {@code >=}; empty for a derivation as a whole
 * @param reason what a step gives as its reason
 * @param method what settled it; empty where nothing did
 * @param certificate the proof, where it has one
 * @param slack what a proved inequality gives away
 * @param refuting a law that shows it false
 * @param missing assumptions each of which would make it provable
 * @param notes what else a person should know, a sentence each
 * @param remarks what is said besides
 */
public record Judgement(
    Source source,
    Span span,
    Kind kind,
    String name,
    String statement,
    String relation,
    Ruling ruling,
    Optional<Reason> reason,
    String method,
    Optional<Proof> certificate,
    Optional<Term> slack,
    Optional<Refuting> refuting,
    List<String> missing,
    List<Attempt> tried,
    List<String> notes,
    Remarks remarks,
    double seconds) {
  public Judgement {
    missing = List.copyOf(missing);
    tried = List.copyOf(tried);
    notes = List.copyOf(notes);
  }

  /** A judgement without remarks. */
  public Judgement(
      Source source,
      Span span,
      Kind kind,
      String name,
      String statement,
      String relation,
      Ruling ruling,
      Optional<Reason> reason,
      String method,
      Optional<Proof> certificate,
      Optional<Term> slack,
      Optional<Refuting> refuting,
      List<String> missing,
      List<Attempt> tried,
      List<String> notes,
      double seconds) {
    this(
        source,
        span,
        kind,
        name,
        statement,
        relation,
        ruling,
        reason,
        method,
        certificate,
        slack,
        refuting,
        missing,
        tried,
        notes,
        Remarks.NONE,
        seconds);
  }

  /** What is judged. */
  public enum Kind {
    CLAIM,
    STEP,
    LEMMA,
    DERIVATION
  }

  /** What is known. */
  public enum Ruling {
    PROVED,
    REFUTED,
    OPEN
  }

  /**
   * The reason a step gives, and whether the step follows from it.
   *
   * @param sufficient empty where no reason is given
   * @param found what stands for the {@code ?} of {@code by ?}; empty where nothing was sought or
   *     found
   */
  public record Reason(String given, Optional<Boolean> sufficient, List<String> found) {
    public Reason {
      found = List.copyOf(found);
    }

    public Reason(String given, Optional<Boolean> sufficient) {
      this(given, sufficient, List.of());
    }
  }

  /**
   * What is said besides a ruling.
   *
   * @param equality when a proved inequality is an equality
   * @param axioms cited statements that a proof rests on
   * @param residual of a gap, what is to be shown not negative or zero
   */
  public record Remarks(Optional<Equality> equality, List<String> axioms, Optional<Term> residual) {
    public static final Remarks NONE = new Remarks(Optional.empty(), List.of(), Optional.empty());

    public Remarks {
      axioms = List.copyOf(axioms);
    }
  }

  /**
   * When the two sides of a proved inequality are equal: exactly if every condition holds.
   *
   * @param never whether they always differ
   * @param conditions in the language
   * @param latex the same, in LaTeX mathematics
   */
  public record Equality(boolean never, List<String> conditions, List<String> latex) {
    public Equality {
      conditions = List.copyOf(conditions);
      latex = List.copyOf(latex);
    }
  }

  /**
   * A law under which the claim fails.
   *
   * @param law empty where the declared laws are the counterexample
   * @param lines declarations that give the law
   * @param horizon the n at which a statement about every n fails
   */
  public record Refuting(
      Optional<Counterexample> law,
      List<String> lines,
      String left,
      String right,
      Optional<Integer> horizon) {
    public Refuting {
      lines = List.copyOf(lines);
    }
  }

  /** Whether it is settled as a reader wants it: proved, and from the reason given. */
  public boolean isGood() {
    return ruling == Ruling.PROVED && !isUnjustified();
  }

  /** Whether it gives a reason from which it does not follow. */
  public boolean isUnjustified() {
    return reason.flatMap(Reason::sufficient).filter(sufficient -> !sufficient).isPresent();
  }

  /** The same with a reason. */
  public Judgement with(Reason given) {
    return with(ruling, Optional.of(given), notes, remarks);
  }

  /** The same with remarks. */
  public Judgement with(Remarks other) {
    return with(ruling, reason, notes, other);
  }

  /** The same as a gap, in which this is still to be shown. */
  public Judgement gap(Term residual, List<String> more) {
    return new Judgement(
        source,
        span,
        kind,
        name,
        statement,
        relation,
        ruling == Ruling.PROVED ? Ruling.OPEN : ruling,
        reason,
        ruling == Ruling.PROVED ? "" : method,
        Optional.empty(),
        Optional.empty(),
        refuting,
        missing,
        tried,
        more,
        new Remarks(Optional.empty(), List.of(), Optional.of(residual)),
        seconds);
  }

  private Judgement with(
      Ruling decided, Optional<Reason> given, List<String> said, Remarks remarked) {
    return new Judgement(
        source,
        span,
        kind,
        name,
        statement,
        relation,
        decided,
        given,
        method,
        certificate,
        slack,
        refuting,
        missing,
        tried,
        said,
        remarked,
        seconds);
  }

  public int line() {
    return source.line(span.start());
  }
}
