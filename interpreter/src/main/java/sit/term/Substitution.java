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
    return symbols(form.variables());
  }

  /** The index symbols of letters and blocks. */
  public static Set<String> symbols(Iterable<Variable> variables) {
    Set<String> found = new TreeSet<>();
    for (Variable variable : variables) {
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
    }
    return new Regrouping(this::apply, this::other).apply(atom);
  }

  private NormalForm other(Term atom) {
    return NormalForm.of(Monomial.of(apply(atom)), Rational.ONE);
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

  /** The group with the index put in. */
  public Group apply(Group group) {
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
