package sit.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.term.Density;
import sit.term.DensityPrinter;
import sit.term.Group;
import sit.term.Law;
import sit.term.Term;

/** What is not negative under a law, as the measure that people know it by. */
public final class LawMeasure {
  private LawMeasure() {}

  /** {@code D(q(z | x) || p(z | x))}, under a mean where the given is drawn, or an information. */
  public static Optional<Term> of(LawFact fact) {
    if (fact instanceof LawFact.Relative relative) {
      Group of = relative.of();
      Group given = relative.given();
      Term left = conditional(drawnFrom(relative.law(), of, given), of, given);
      Term right = conditional(relative.density(), of, given);
      Term divergence = new Term.Measure("D", List.of(left, right), List.of("||"));
      Law outer = relative.law().of(given);
      return Optional.of(
          outer.factors().isEmpty() ? divergence : new Term.Average(outer, divergence));
    } else if (fact instanceof LawFact.Information information) {
      Group all = information.a().union(information.b()).union(information.c());
      String law = DensityPrinter.law(information.law().of(all));
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
      String name = (entropy ? "H" : "I") + (law.isEmpty() ? "" : "[" + law + "]");
      return Optional.of(new Term.Measure(name, slots, separators));
    }
    return Optional.empty();
  }

  /** The density that has this conditional because the variables are drawn from it. */
  private static Density drawnFrom(Law law, Group of, Group given) {
    for (Law.Factor factor : law.of(of.union(given)).factors()) {
      boolean part = factor.of().containsAll(of) && given.containsAll(factor.given());
      if (part && factor.of().union(factor.given()).containsAll(given)) {
        return factor.density();
      }
    }
    return Density.OWN;
  }

  private static Term conditional(Density density, Group of, Group given) {
    String name = "P";
    if (density instanceof Density.Named named) {
      name = named.name();
    } else if (density instanceof Density.Tilted tilted) {
      boolean whole = of.equals(tilted.of()) && given.equals(tilted.given());
      Law.Factor base = tilted.base();
      Term exponential = new Term.Apply("exp", List.of(tilted.exponent().toTerm()));
      Term mean = new Term.Average(Law.of(base), exponential);
      Term product =
          new Term.Product(
              List.of(
                  conditional(base.density(), base.of(), base.given()),
                  exponential,
                  new Term.Apply("^", List.of(mean, Term.constant(-1)))));
      if (whole) {
        return product;
      }
      name = "tilted";
    }
    List<Term> slots = new ArrayList<>(List.of(new Term.Variables(of)));
    List<String> separators = new ArrayList<>();
    if (!given.isEmpty()) {
      slots.add(new Term.Variables(given));
      separators.add("|");
    }
    return new Term.Measure(name, slots, separators);
  }
}
