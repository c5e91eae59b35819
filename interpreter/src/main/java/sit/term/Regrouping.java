package sit.term;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Writes the groups in averages anew, wherever they stand, and makes of the averages what they then
 * are: what a law need not draw is known only once the groups can be told apart.
 */
public final class Regrouping {
  private final UnaryOperator<Group> groups;
  private final Function<Term, NormalForm> others;

  /**
   * A way to write groups.
   *
   * @param others what becomes of atoms that are neither averages nor taken at a point
   */
  public Regrouping(UnaryOperator<Group> groups, Function<Term, NormalForm> others) {
    this.groups = groups;
    this.others = others;
  }

  /** The group in its new writing. */
  public Group apply(Group group) {
    return groups.apply(group);
  }

  /**
   * An atom that is averaged, or that is taken at a point inside an average.
   *
   * @throws IllegalArgumentException if there is no such average of the groups that result
   */
  public NormalForm apply(Term atom) {
    if (atom instanceof Term.Average average) {
      return Expectations.average(apply(average.law()), apply(average.body()));
    } else if (atom instanceof Term.Surprisal surprisal) {
      return Expectations.surprisal(apply(surprisal.density()), groups.apply(surprisal.group()));
    } else if (atom instanceof Term.LogMean mean) {
      return Expectations.logMean(apply(mean.factor()), mean.exponent().replace(this::apply));
    } else if (atom instanceof Term.Apply function && !Expectations.free(function).isEmpty()) {
      return NormalForm.of(argument(function));
    }
    return others.apply(atom);
  }

  private Term argument(Term term) {
    if (term instanceof Term.Variables variables) {
      return new Term.Variables(groups.apply(variables.group()));
    } else if (term instanceof Term.Apply function) {
      List<Term> arguments = new ArrayList<>();
      function.arguments().forEach(argument -> arguments.add(argument(argument)));
      return new Term.Apply(function.head(), arguments);
    }
    return NormalForm.of(term).replace(others).toTerm();
  }

  /** The law that draws the groups that result; what is empty is not drawn. */
  public Law apply(Law law) {
    List<Law.Factor> factors = new ArrayList<>();
    for (Law.Factor factor : law.factors()) {
      if (!groups.apply(factor.of()).isEmpty()) {
        factors.add(apply(factor));
      }
    }
    return new Law(factors);
  }

  /** The factor that draws the group that results. */
  public Law.Factor apply(Law.Factor factor) {
    return new Law.Factor(
        apply(factor.density()), groups.apply(factor.of()), groups.apply(factor.given()));
  }

  /** The density of the groups that result. */
  public Density apply(Density density) {
    if (density instanceof Density.Named named) {
      return new Density.Named(named.name(), groups.apply(named.of()), groups.apply(named.given()));
    } else if (density instanceof Density.Tilted tilted) {
      return new Density.Tilted(apply(tilted.base()), tilted.exponent().replace(this::apply));
    }
    return density;
  }
}
