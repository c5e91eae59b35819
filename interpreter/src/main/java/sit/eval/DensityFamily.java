package sit.eval;

import java.util.Optional;
import java.util.Set;
import sit.term.Density;
import sit.term.Group;
import sit.term.Index;
import sit.term.Regrouping;
import sit.term.Substitution;
import sit.term.Variable;
import sit.value.Quantity;

/**
 * What a density that was declared with an index is at other indices: {@code Q(X[t] | M, X^(t-1))}
 * stands for one at every time, and {@code q(y^n || x^n)} for its kernels.
 */
final class DensityFamily {
  private final NamedDensities.Named declared;

  DensityFamily(NamedDensities.Named declared) {
    this.declared = declared;
  }

  /** The density that is meant by its use at these; empty where there is none. */
  Optional<Density> at(Group of, Group given, Locals locals) {
    Density density = declared.density();
    if (!(density instanceof Density.Named named)) {
      return Optional.of(valued(density, Set.of(), locals));
    }
    Optional<Variable.Letter> letter = letter(named.of());
    if (declared.causal()) {
      Density.Named fixed = (Density.Named) valued(named, Set.of(), locals);
      return kernel(fixed, of, given);
    } else if (letter.isPresent()) {
      return member(named, letter.get(), of, given, locals);
    }
    return Optional.of(valued(density, Set.of(), locals));
  }

  private static Optional<Density> kernel(Density.Named whole, Group of, Group given) {
    Optional<Causal> causal = Causal.of(whole.of(), whole.given());
    for (Variable variable : of) {
      if (causal.isPresent() && variable instanceof Variable.Letter letter) {
        Causal.Kernel kernel = causal.get().at(letter.at());
        boolean meant = kernel.of().equals(of) && kernel.given().equals(given);
        return meant ? Optional.of(new Density.Named(whole.name(), of, given)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Variable.Letter> letter(Group group) {
    for (Variable variable : group) {
      if (variable instanceof Variable.Letter letter && letter.isSymbolic()) {
        return Optional.of(letter);
      }
    }
    return Optional.empty();
  }

  private static Optional<Density> member(
      Density.Named named, Variable.Letter letter, Group of, Group given, Locals locals) {
    Set<String> symbols = letter.at().coefficients().keySet();
    String symbol = symbols.iterator().next();
    boolean plain = symbols.size() == 1 && letter.at().coefficients().get(symbol) == 1;
    for (Variable variable : of) {
      boolean same = variable.name().equals(letter.name());
      if (plain && same && variable instanceof Variable.Letter used) {
        Index time = used.at().plus(-letter.at().constant());
        Substitution put = new Substitution(symbol, time);
        Density fixed = valued(named, Set.of(symbol), locals);
        Density member = new Regrouping(put::apply, sit.term.NormalForm::of).apply(fixed);
        boolean meant = member.of().equals(of) && member.given().equals(given);
        return meant ? Optional.of(member) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The density with numbers in the place of the symbols that have one. */
  private static Density valued(Density density, Set<String> kept, Locals locals) {
    Density valued = density;
    for (String symbol : Substitution.symbols(density.all())) {
      Optional<Index> index =
          locals
              .find(symbol)
              .filter(value -> !kept.contains(symbol) && value instanceof Quantity)
              .flatMap(value -> ((Quantity) value).rational())
              .filter(number -> number.isInteger())
              .map(number -> Index.of(number.numerator().intValueExact()));
      if (index.isPresent()) {
        Substitution put = new Substitution(symbol, index.get());
        valued = new Regrouping(put::apply, sit.term.NormalForm::of).apply(valued);
      }
    }
    return valued;
  }
}
