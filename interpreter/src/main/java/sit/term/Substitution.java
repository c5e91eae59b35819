package sit.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sit.exact.Rational;

/** Puts an index in the place of an index symbol, everywhere in an expression. */
public final class Substitution {
  private final String symbol;
  private final Index replacement;

  public Substitution(String symbol, Index replacement) {
    this.symbol = symbol;
    this.replacement = replacement;
  }

  /** The index symbols that occur in the letters and blocks of an expression. */
  public static Set<String> symbols(NormalForm form) {
    Set<String> found = new TreeSet<>();
    for (Variable variable : form.variables()) {
      if (variable instanceof Variable.Letter letter) {
        found.addAll(letter.at().coefficients().keySet());
      } else if (variable instanceof Variable.Block block) {
        found.addAll(block.from().coefficients().keySet());
        found.addAll(block.to().coefficients().keySet());
      }
    }
    return found;
  }

  /**
   * The expression with the index put in; letters before the first time are constants and vanish.
   */
  public NormalForm apply(NormalForm form) {
    return form.replace(this::replaced);
  }

  private NormalForm replaced(Term atom) {
    if (atom instanceof Term.Entropy entropy) {
      return NormalForm.entropy(apply(entropy.group()));
    } else if (atom instanceof Term.Average average) {
      List<Law.Factor> factors = new ArrayList<>();
      average.law().factors().forEach(factor -> factors.add(apply(factor)));
      return Expectations.average(new Law(factors), replaced(average.body()));
    } else if (atom instanceof Term.Surprisal surprisal) {
      return Expectations.surprisal(apply(surprisal.density()), apply(surprisal.group()));
    } else if (atom instanceof Term.LogMean mean) {
      return Expectations.logMean(apply(mean.factor()), apply(mean.exponent()));
    }
    return NormalForm.of(Monomial.of(apply(atom)), Rational.ONE);
  }

  private Law.Factor apply(Law.Factor factor) {
    return new Law.Factor(apply(factor.density()), apply(factor.of()), apply(factor.given()));
  }

  private Density apply(Density density) {
    if (density instanceof Density.Named named) {
      return new Density.Named(named.name(), apply(named.of()), apply(named.given()));
    } else if (density instanceof Density.Tilted tilted) {
      return new Density.Tilted(apply(tilted.base()), apply(tilted.exponent()));
    }
    return density;
  }

  private Term apply(Term term) {
    if (term instanceof Term.Variables variables) {
      return new Term.Variables(apply(variables.group()));
    } else if (term instanceof Term.Apply application) {
      List<Term> arguments = new ArrayList<>();
      application.arguments().forEach(a -> arguments.add(apply(a)));
      return new Term.Apply(application.head(), arguments);
    }
    return term;
  }

  private Group apply(Group group) {
    List<Variable> variables = new ArrayList<>();
    for (Variable variable : group) {
      if (variable instanceof Variable.Letter letter) {
        Index at = letter.at().with(symbol, replacement);
        if (at.value().isEmpty() || at.value().getAsInt() >= 1) {
          variables.add(new Variable.Letter(letter.name(), at));
        }
      } else if (variable instanceof Variable.Block block) {
        Index from = block.from().with(symbol, replacement);
        Index to = block.to().with(symbol, replacement);
        boolean early = from.value().isPresent() && from.value().getAsInt() < 1;
        variables.add(new Variable.Block(block.name(), early ? Index.of(1) : from, to));
      } else {
        variables.add(variable);
      }
    }
    return Group.of(variables);
  }
}
