package sit.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Regrouping;
import sit.term.Term;
import sit.term.Variable;

/**
 * Writes groups as sets of pieces, the parts of each process between places in ascending order. The
 * names in it carry a mark, so that the pieces at a generic time and those at the ends can stand in
 * one program and not be mixed.
 */
final class Cutting {
  private final List<Index> cuts;
  private final Map<Index, Integer> places = new HashMap<>();
  private final Level level;
  private final Set<String> times;

  /**
   * A way to cut.
   *
   * @param times symbols that stay unknown, on which nothing that is averaged may depend
   */
  Cutting(List<Index> cuts, Level level, Set<String> times) {
    this.cuts = List.copyOf(cuts);
    this.level = level;
    this.times = times;
    for (int k = 0; k < cuts.size(); k++) {
      places.put(cuts.get(k), k);
    }
  }

  List<Index> cuts() {
    return cuts;
  }

  /** Whether a group is one of pieces cut here, if there are two ways to cut in one program. */
  boolean owns(Group group) {
    return group.variables().stream().allMatch(v -> Level.of(v.name()) == level);
  }

  /** The places at which a group has to be cut. */
  static List<Index> ends(Group group) {
    List<Index> ends = new ArrayList<>();
    for (Variable variable : group) {
      if (variable instanceof Variable.Letter letter) {
        ends.add(letter.at().plus(-1));
        ends.add(letter.at());
      } else if (variable instanceof Variable.Block block) {
        ends.add(block.from().plus(-1));
        ends.add(block.to());
      } else if (variable instanceof Variable.Piece piece) {
        ends.add(piece.from().plus(-1));
        ends.add(piece.to());
      }
    }
    return ends;
  }

  /** The places at which an expression has to be cut. */
  static List<Index> ends(NormalForm form) {
    return ends(Group.of(form.variables()));
  }

  /** An expression in pieces; nothing where it speaks of other places. */
  Optional<NormalForm> form(NormalForm form) {
    NormalForm total = NormalForm.ZERO;
    for (var entry : form.coefficients().entrySet()) {
      Optional<NormalForm> part = monomial(entry.getKey());
      if (part.isEmpty()) {
        return Optional.empty();
      }
      total = total.add(part.get().scale(entry.getValue()));
    }
    return Optional.of(total);
  }

  private Optional<NormalForm> monomial(Monomial monomial) {
    if (monomial.isEntropy()) {
      return pieces(monomial.group()).map(NormalForm::entropy);
    }
    List<Term> scalars = new ArrayList<>();
    NormalForm product = NormalForm.constant(sit.exact.Rational.ONE);
    boolean plain = true;
    for (Term atom : monomial.atoms()) {
      if (atom instanceof Term.Symbol || atom instanceof Term.Apply) {
        scalars.add(atom);
        continue;
      }
      Optional<NormalForm> factor =
          atom instanceof Term.Average
              ? averaged(atom)
              : atom instanceof Term.Entropy entropy
                  ? pieces(entropy.group()).map(NormalForm::entropy)
                  : Optional.empty();
      if (factor.isEmpty()) {
        return Optional.empty();
      }
      plain = false;
      product = product.multiply(factor.get());
    }
    Monomial rest = new Monomial(scalars);
    boolean marked = plain && level != Level.ENDS;
    return Optional.of(
        product.multiply(
            marked
                ? NormalForm.of(new Term.Symbol(level.marked(rest.toString())))
                : NormalForm.of(rest, sit.exact.Rational.ONE)));
  }

  /** An average of pieces; nothing where a place is not cut, or where it is none. */
  private Optional<NormalForm> averaged(Term atom) {
    try {
      return Optional.of(new Regrouping(this::known, this::scalar).apply(atom));
    } catch (IllegalArgumentException e) {
      // the indices tell that what is averaged has no such density
      return Optional.empty();
    }
  }

  private Group known(Group group) {
    return pieces(group).orElseThrow(() -> new IllegalArgumentException("not cut: " + group));
  }

  private NormalForm scalar(Term atom) {
    boolean timed = atom instanceof Term.Symbol symbol && times.contains(symbol.name());
    if (timed || atom instanceof Term.Entropy || atom instanceof Term.Total) {
      throw new IllegalArgumentException("it varies with time: " + atom);
    }
    return NormalForm.of(atom);
  }

  /** The pieces of a group. */
  Optional<Group> pieces(Group group) {
    List<Variable> pieces = new ArrayList<>();
    for (Variable variable : group) {
      if (variable instanceof Variable.Single) {
        pieces.add(new Variable.Single(level.marked(variable.name())));
        continue;
      }
      List<Index> ends = ends(Group.of(variable));
      Optional<Integer> from = ends.isEmpty() ? Optional.of(0) : place(ends.get(0));
      Optional<Integer> to = ends.isEmpty() ? Optional.of(0) : place(ends.get(1));
      if (from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      for (int k = from.get(); k < to.get(); k++) {
        pieces.add(piece(level.marked(variable.name()), k));
      }
    }
    return Optional.of(Group.of(pieces));
  }

  private Variable piece(String process, int k) {
    return Variable.Piece.of(process, cuts.get(k).plus(1), cuts.get(k + 1));
  }

  private Optional<Integer> place(Index index) {
    if (index.value().isPresent() && index.value().getAsInt() <= 0) {
      return Optional.of(0);
    }
    return Optional.ofNullable(places.get(index));
  }

  /** The group without marks, with pieces that follow each other drawn together. */
  Group real(Group pieces) {
    List<Variable> plain = new ArrayList<>();
    Map<String, Map<Index, Index>> parts = new TreeMap<>();
    for (Variable variable : pieces) {
      String name = Level.plain(variable.name());
      if (variable instanceof Variable.Single) {
        plain.add(new Variable.Single(name));
      } else {
        List<Index> ends = ends(Group.of(variable));
        parts.computeIfAbsent(name, n -> new HashMap<>()).put(ends.get(0), ends.get(1));
      }
    }
    parts.forEach(
        (name, next) -> {
          Set<Index> inside = new HashSet<>(next.values());
          for (Index start : next.keySet()) {
            if (inside.contains(start)) {
              continue;
            }
            Index end = start;
            while (next.containsKey(end)) {
              end = next.get(end);
            }
            plain.add(new Variable.Block(name, start.plus(1), end));
          }
        });
    return Group.of(plain);
  }

  /** How what is said of pieces is said without marks. */
  Regrouping real() {
    return new Regrouping(this::real, this::real);
  }

  /** An expression without marks. */
  NormalForm real(NormalForm form) {
    return form.replace(real()::apply);
  }

  private NormalForm real(Term atom) {
    return atom instanceof Term.Entropy entropy
        ? NormalForm.entropy(real(entropy.group()))
        : NormalForm.of(atom);
  }
}
