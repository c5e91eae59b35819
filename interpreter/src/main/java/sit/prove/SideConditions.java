package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.term.Density;
import sit.term.DensityPrinter;
import sit.term.Group;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.TermPrinter;

/** Under what a statement about densities makes sense: that its logarithms and means are finite. */
public final class SideConditions {
  private SideConditions() {}

  /**
   * One condition, for people.
   *
   * @param subject the density, or the mean, that it speaks of
   */
  public record Condition(String subject, String text) {}

  /** What has to be positive or finite for a statement to make sense. */
  public static List<Condition> of(NormalForm statement) {
    List<Condition> conditions = new ArrayList<>();
    for (Term atom : statement.atoms()) {
      if (atom instanceof Term.Average average) {
        of(average).ifPresent(conditions::add);
      }
    }
    return conditions;
  }

  private static Optional<Condition> of(Term.Average average) {
    Law law = average.law();
    if (average.body() instanceof Term.Surprisal surprisal) {
      Density density = surprisal.density();
      boolean drawn = law.factors().stream().anyMatch(f -> f.density().equals(density));
      if (density instanceof Density.Own || drawn) {
        return Optional.empty();
      }
      Group given = density.given();
      Group of = surprisal.group().minus(given);
      return Optional.of(positive(density, of, given, law));
    } else if (average.body() instanceof Term.LogMean mean) {
      String text = TermPrinter.print(mean);
      return Optional.of(new Condition(text, text.substring(text.indexOf(' ') + 1) + " is finite"));
    }
    return Optional.empty();
  }

  /** That a conditional is positive wherever outcomes fall. */
  public static Condition positive(Density density, Group of, Group given, Law law) {
    String positive = DensityPrinter.density(density, of, given) + " > 0";
    String where = DensityPrinter.law(law);
    String text = where.isEmpty() ? positive : positive + " wherever " + where + " falls";
    return new Condition(subject(density, positive), text);
  }

  /** That what is drawn may be everywhere where a product is positive that is divided by it. */
  public static Condition support(Density density, Group of, Group given, List<String> product) {
    String positive = DensityPrinter.density(density, of, given) + " > 0";
    String text = positive + " wherever " + String.join("*", product) + " > 0";
    return new Condition(text, text);
  }

  private static String subject(Density density, String otherwise) {
    return density instanceof Density.Named named ? named.name() : otherwise;
  }
}
