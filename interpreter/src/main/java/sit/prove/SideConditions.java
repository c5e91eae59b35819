package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  /** For people, each condition once. */
  public static List<String> of(NormalForm statement) {
    Set<String> conditions = new LinkedHashSet<>();
    for (Term atom : statement.atoms()) {
      if (atom instanceof Term.Average average) {
        add(average, conditions);
      }
    }
    return new ArrayList<>(conditions);
  }

  private static void add(Term.Average average, Set<String> conditions) {
    Law law = average.law();
    if (average.body() instanceof Term.Surprisal surprisal) {
      Density density = surprisal.density();
      boolean drawn = law.factors().stream().anyMatch(f -> f.density().equals(density));
      if (density instanceof Density.Own || drawn) {
        return;
      }
      Group given = density.given();
      Group of = surprisal.group().minus(given);
      String positive = DensityPrinter.density(density, of, given) + " > 0";
      String where = DensityPrinter.law(law);
      conditions.add(where.isEmpty() ? positive : positive + " wherever " + where + " falls");
    } else if (average.body() instanceof Term.LogMean mean) {
      String text = TermPrinter.print(mean);
      conditions.add(text.substring(text.indexOf(' ') + 1) + " is finite");
    }
  }
}
