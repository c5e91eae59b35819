package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.proof.LawFact;
import sit.term.Density;
import sit.term.Group;
import sit.term.Law;
import sit.term.Term;

/** What holds under a law, as a measure: {@code D(q(z | x) || p(z))}. */
public final class FactMeasures {
  private FactMeasures() {}

  /** The measure that is not negative; empty for what is zero. */
  public static Optional<Term> of(LawFact fact) {
    if (fact instanceof LawFact.Relative relative) {
      Law law = relative.law();
      Term own = density(name(law, relative.of(), relative.given()), relative.of(), relative.given());
      Term other = density(relative.density(), relative.of(), relative.given());
      return Optional.of(new Term.Measure("D", List.of(own, other), List.of("||")));
    } else if (fact instanceof LawFact.Information information) {
      boolean entropy = information.a().equals(information.b());
      List<Term> slots = new ArrayList<>(List.of(new Term.Variables(information.a())));
      List<String> separators = new ArrayList<>();
      if (!entropy) {
        slots.add(new Term.Variables(information.b()));
        separators.add(";");
      }
      if (!information.c().isEmpty()) {
        slots.add(new Term.Variables(information.c()));
        separators.add("|");
      }
      return Optional.of(new Term.Measure(entropy ? "H" : "I", slots, separators));
    }
    return Optional.empty();
  }

  /** The density that a law draws these from, or p for the law that averages. */
  private static String name(Law law, Group of, Group given) {
    for (Law.Factor factor : law.factors()) {
      boolean drawn = factor.of().containsAll(of) && given.containsAll(factor.given());
      if (drawn && factor.density() instanceof Density.Named named) {
        return named.name();
      }
    }
    return "p";
  }

  private static Term density(Density density, Group of, Group given) {
    if (density instanceof Density.Named named) {
      return density(named.name(), of, given);
    }
    return density("tilted", of, given);
  }

  /** A density at its arguments. */
  public static Term density(String name, Group of, Group given) {
    List<Term> slots = new ArrayList<>(List.of(new Term.Variables(of)));
    if (given.isEmpty()) {
      return new Term.Measure(name, slots, List.of());
    }
    slots.add(new Term.Variables(given));
    return new Term.Measure(name, slots, List.of("|"));
  }
}
