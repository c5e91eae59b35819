package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sit.source.Span;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Variable;

/** What it says of the first few letters that processes are stationary together. */
final class Stationarity {
  private static final int MOST = 300;

  private Stationarity() {}

  /**
   * Requires that blocks {@code X[s..t], Y[s..t]} stand on one side and the same a letter later on
   * the other.
   */
  static void require(Group left, Group right, Span at, EvalErrors errors) {
    List<Variable> later = new ArrayList<>();
    Set<Index> ends = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    boolean blocks = !left.isEmpty();
    for (Variable variable : left) {
      if (variable instanceof Variable.Block block && names.add(block.name())) {
        ends.add(block.from());
        ends.add(block.to());
        later.add(new Variable.Block(block.name(), block.from().plus(1), block.to().plus(1)));
        blocks &= isSymbol(block.from()) && isSymbol(block.to());
      } else {
        blocks = false;
      }
    }
    if (!blocks || ends.size() != 2 || !Group.of(later).equals(right)) {
      throw errors.sameLaw(at);
    }
  }

  private static boolean isSymbol(Index index) {
    return index.constant() == 0 && index.coefficients().size() == 1;
  }

  /**
   * Equations between blocks and the same blocks a letter later, up to a last letter, the longest
   * block of all processes first.
   */
  static List<NormalForm> instances(NormalForm stated, int last) {
    Set<String> names = new TreeSet<>();
    stated.variables().forEach(v -> names.add(v.name()));
    List<NormalForm> all = new ArrayList<>();
    List<Variable> longest = new ArrayList<>();
    names.forEach(n -> longest.add(new Variable.Block(n, Index.of(1), Index.of(last - 1))));
    all.add(difference(longest));
    List<List<Variable>> shapes = new ArrayList<>(List.of(List.of()));
    for (String name : names) {
      List<List<Variable>> longer = new ArrayList<>(shapes);
      for (List<Variable> shape : shapes) {
        for (int from = 1; from < last; from++) {
          for (int to = from; to < last && longer.size() < MOST; to++) {
            List<Variable> more = new ArrayList<>(shape);
            more.add(new Variable.Block(name, Index.of(from), Index.of(to)));
            longer.add(more);
          }
        }
      }
      shapes = longer;
    }
    shapes.forEach(shape -> all.add(difference(shape)));
    return all;
  }

  private static NormalForm difference(List<Variable> shape) {
    List<Variable> later = new ArrayList<>();
    for (Variable variable : shape) {
      Variable.Block block = (Variable.Block) variable;
      later.add(new Variable.Block(block.name(), block.from().plus(1), block.to().plus(1)));
    }
    return NormalForm.entropy(Group.of(later)).subtract(NormalForm.entropy(Group.of(shape)));
  }
}
