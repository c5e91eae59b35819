package sit.term;

import java.util.Collection;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of random variables, taken jointly. Blocks whose ends are numbers are written out as
 * letters, so that two groups are equal exactly when they hold the same letters, as far as numbers
 * tell.
 */
public final class Group implements Comparable<Group>, Iterable<Variable> {
  public static final Group EMPTY = new Group(new TreeSet<>());
  private static final int LONGEST_BLOCK = 100_000;

  private final SortedSet<Variable> variables;
  private final String text;
  private final int hash;

  private Group(TreeSet<Variable> variables) {
    this.variables = java.util.Collections.unmodifiableSortedSet(variables);
    this.text = GroupPrinter.print(variables);
    // of the text, as the sum of the members' hashes would be alike for the two sides of many a
    // measure
    this.hash = text.hashCode();
  }

  public static Group of(Variable... variables) {
    return of(java.util.List.of(variables));
  }

  /**
   * The group of these variables; a block with numeric ends becomes its letters and an empty block
   * nothing.
   *
   * @throws IllegalArgumentException if a block has more than 100,000 letters
   */
  public static Group of(Collection<Variable> variables) {
    TreeSet<Variable> all = new TreeSet<>();
    for (Variable variable : variables) {
      if (variable instanceof Variable.Block block) {
        addBlock(all, block);
      } else {
        all.add(variable);
      }
    }
    return all.isEmpty() && EMPTY != null ? EMPTY : new Group(all);
  }

  private static void addBlock(TreeSet<Variable> all, Variable.Block block) {
    OptionalInt length = block.to().subtract(block.from()).value();
    if (length.isEmpty()) {
      all.add(block);
      return;
    }
    if (length.getAsInt() >= LONGEST_BLOCK) {
      throw new IllegalArgumentException("a block of " + (length.getAsInt() + 1L) + " letters");
    }
    for (int k = 0; k <= length.getAsInt(); k++) {
      all.add(new Variable.Letter(block.name(), block.from().plus(k)));
    }
  }

  public SortedSet<Variable> variables() {
    return variables;
  }

  /** The variables, with letters that follow each other drawn together as blocks. */
  public java.util.List<Variable> blocks() {
    return GroupPrinter.blocks(variables);
  }

  public int size() {
    return variables.size();
  }

  public boolean isEmpty() {
    return variables.isEmpty();
  }

  /** Whether any of the variables is continuous, so that the joint entropy is differential. */
  public boolean isContinuous() {
    for (Variable variable : variables) {
      if (variable.isContinuous()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the continuous letters and blocks of each process surely have none in common. */
  public boolean areContinuousApart() {
    for (Variable one : variables) {
      for (Variable other : variables) {
        boolean alike = one.name().equals(other.name()) && !one.equals(other);
        if (alike && one.isContinuous() && !isBefore(one, other) && !isBefore(other, one)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isBefore(Variable one, Variable other) {
    Index end = one instanceof Variable.Letter letter ? letter.at() : null;
    end = one instanceof Variable.Block block ? block.to() : end;
    Index start = other instanceof Variable.Letter letter ? letter.at() : null;
    start = other instanceof Variable.Block block ? block.from() : start;
    return end != null && start != null && start.subtract(end).value().orElse(0) > 0;
  }

  public boolean contains(Variable variable) {
    return variables.contains(variable);
  }

  public boolean containsAll(Group other) {
    return variables.containsAll(other.variables);
  }

  /** Whether each of these is one of the variables or, with an index that is a symbol, may be. */
  public boolean mayHold(Group other) {
    return other.variables.stream().allMatch(v -> variables.contains(v) || mayMeet(v));
  }

  /** Whether some of these may be, for some values of symbols, letters of these blocks. */
  public boolean mayMeet(Group other) {
    return other.variables.stream().anyMatch(this::mayMeet);
  }

  private boolean mayMeet(Variable other) {
    return variables.stream()
        .anyMatch(
            v ->
                v.name().equals(other.name())
                    && !v.equals(other)
                    && (v.isSymbolic() || other.isSymbolic())
                    && !isBefore(v, other)
                    && !isBefore(other, v));
  }

  public Group union(Group other) {
    if (other.isEmpty() || equals(other)) {
      return this;
    }
    TreeSet<Variable> all = new TreeSet<>(variables);
    all.addAll(other.variables);
    return new Group(all);
  }

  public Group minus(Group other) {
    TreeSet<Variable> rest = new TreeSet<>(variables);
    rest.removeAll(other.variables);
    return rest.isEmpty() ? EMPTY : new Group(rest);
  }

  public Group intersection(Group other) {
    TreeSet<Variable> common = new TreeSet<>(variables);
    common.retainAll(other.variables);
    return common.isEmpty() ? EMPTY : new Group(common);
  }

  @Override
  public Iterator<Variable> iterator() {
    return variables.iterator();
  }

  @Override
  public int compareTo(Group other) {
    int bySize = Integer.compare(size(), other.size());
    int byText = bySize != 0 ? bySize : text.compareTo(other.text);
    if (byText != 0 || equals(other)) {
      return byText;
    }
    // names with commas in them can make two groups look alike
    Iterator<Variable> mine = iterator();
    for (Variable theirs : other) {
      int byVariable = mine.next().compareTo(theirs);
      if (byVariable != 0) {
        return byVariable;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Group that && hash == that.hash && variables.equals(that.variables);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /**
   * {@code X, Y[1]}; letters that follow each other are written as a block: {@code X^3, Y[2..4]}.
   */
  @Override
  public String toString() {
    return text;
  }
}
