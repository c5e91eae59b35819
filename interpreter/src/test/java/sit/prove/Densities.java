package sit.prove;

import java.util.ArrayList;
import java.util.List;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;

/** Makes statements about densities for tests; {@code "z|x"} stands for what is of and given. */
public final class Densities {
  private Densities() {}

  public static Density density(String name, String arguments) {
    return new Density.Named(name, of(arguments), given(arguments));
  }

  static Group of(String arguments) {
    int bar = arguments.indexOf('|');
    return Notation.group(bar < 0 ? arguments : arguments.substring(0, bar));
  }

  static Group given(String arguments) {
    int bar = arguments.indexOf('|');
    return bar < 0 ? Group.EMPTY : Notation.group(arguments.substring(bar + 1));
  }

  public static Law.Factor factor(Density density, String arguments) {
    return new Law.Factor(density, of(arguments), given(arguments));
  }

  /** The logarithm of a conditional. */
  public static NormalForm log(Density density, String arguments) {
    NormalForm log = Expectations.logDensity(density, of(arguments), given(arguments));
    return Expectations.average(Law.BASE, log);
  }

  public static NormalForm mean(NormalForm form, Law.Factor... factors) {
    return Expectations.average(Law.of(factors), form);
  }

  /** {@code D(a || b)} for two conditionals of the same variables. */
  public static NormalForm divergence(Density a, String left, Density b, String right) {
    return mean(log(a, left).subtract(log(b, right)), factor(a, left));
  }

  public static NormalForm logMean(NormalForm exponent, Law.Factor factor) {
    return Expectations.logMean(factor, exponent);
  }

  public static Density tilted(Law.Factor base, NormalForm exponent) {
    return new Density.Tilted(base, exponent);
  }

  /** A function of outcomes. */
  public static NormalForm function(String name, String... arguments) {
    List<Term> slots = new ArrayList<>();
    for (String argument : arguments) {
      slots.add(new Term.Variables(Notation.group(argument)));
    }
    NormalForm form = NormalForm.of(Monomial.of(new Term.Apply(name, slots)), Rational.ONE);
    return Expectations.average(Law.BASE, form);
  }

  public static NormalForm symbol(String name) {
    return NormalForm.of(new Term.Symbol(name));
  }

  public static NormalForm inverse(String name) {
    return NormalForm.of(new Term.Power(new Term.Symbol(name), -1));
  }

  public static Assumption notNegative(String text, NormalForm form) {
    return new Assumption(Assumption.Kind.RELATION, text, form, Sense.NON_NEGATIVE);
  }

  public static Assumption zero(String text, NormalForm form) {
    return Assumption.zero(Assumption.Kind.RELATION, text, form);
  }

  public static Claim atLeast(NormalForm left, NormalForm right) {
    return Claim.atLeast(left, right);
  }
}
