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
import sit.term.Term;
import sit.term.Variable;

/**
 * Writes groups as sets of pieces, the parts of each process between places in ascending order. The
 * names in it carry a prefix, so that the pieces at a generic time and those at the ends can stand
 * in one program and not be mixed.
 */
final class Cutting {
  private final List<Index> cuts;
  private final Map<Index, Integer> places = new HashMap<>();
  private final String prefix;
  private final String time;

  /**
   * A way to cut.
   *
   * @param time a symbol that stays unknown, on which no scalar may depend
   */
  Cutting(List<Index> cuts, String prefix, String time) {
    this.cuts = List.copyOf(cuts);
    this.prefix = prefix;
    this.time = time;
    for (int k = 0; k < cuts.size(); k++) {
      places.put(cuts.get(k), k);
    }
  }

  List<Index> cuts() {
    return cuts;
  }

  /** Whether a group is one of pieces cut here, if there are two ways to cut in one program. */
  boolean owns(Group group) {
    for (Variable variable : group) {
      if (variable.name().startsWith(Frame.STEP) == prefix.isEmpty()) {
        return false;
      }
    }
    return true;
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
      }
    }
    return ends;
  }

  /** The places at which an expression has to be cut. */
  static List<Index> ends(NormalForm form) {
    return ends(Group.of(form.variables()));
  }

  /**
   * An expression in pieces; nothing where it speaks of other places or multiplies what changes in
   * time.
   */
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
    for (Term atom : monomial.atoms()) {
      boolean scalar =
          atom instanceof Term.Symbol symbol && !symbol.name().equals(time)
              || atom instanceof Term.Apply;
      boolean entropy = atom instanceof Term.Entropy && prefix.isEmpty();
      if (!scalar && !entropy) {
        return Optional.empty();
      }
    }
    if (!prefix.isEmpty()) {
      return Optional.of(NormalForm.of(new Term.Symbol(prefix + monomial)));
    }
    NormalForm product = NormalForm.constant(sit.exact.Rational.ONE);
    for (Term atom : monomial.atoms()) {
      Optional<NormalForm> factor =
          atom instanceof Term.Entropy entropy
              ? pieces(entropy.group()).map(NormalForm::entropy)
              : Optional.of(NormalForm.of(atom));
      if (factor.isEmpty()) {
        return Optional.empty();
      }
      product = product.multiply(factor.get());
    }
    return Optional.of(product);
  }

  /** The pieces of a group. */
  Optional<Group> pieces(Group group) {
    List<Variable> pieces = new ArrayList<>();
    for (Variable variable : group) {
      if (variable instanceof Variable.Single) {
        pieces.add(new Variable.Single(prefix + variable.name()));
        continue;
      }
      List<Index> ends = ends(Group.of(variable));
      Optional<Integer> from = ends.isEmpty() ? Optional.of(0) : place(ends.get(0));
      Optional<Integer> to = ends.isEmpty() ? Optional.of(0) : place(ends.get(1));
      if (from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      for (int k = from.get(); k < to.get(); k++) {
        pieces.add(piece(prefix + variable.name(), k));
      }
    }
    return Optional.of(Group.of(pieces));
  }

  private Variable piece(String process, int k) {
    return new Variable.Block(process, cuts.get(k).plus(1), cuts.get(k + 1));
  }

  private Optional<Integer> place(Index index) {
    if (index.value().isPresent() && index.value().getAsInt() <= 0) {
      return Optional.of(0);
    }
    return Optional.ofNullable(places.get(index));
  }

  /** The group without prefixes, with pieces that follow each other drawn together. */
  Group real(Group pieces) {
    List<Variable> plain = new ArrayList<>();
    Map<String, Map<Index, Index>> parts = new TreeMap<>();
    for (Variable variable : pieces) {
      String name = variable.name().substring(prefix.length());
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

  /** An expression without prefixes. */
  NormalForm real(NormalForm form) {
    NormalForm total = NormalForm.ZERO;
    for (var entry : form.coefficients().entrySet()) {
      NormalForm product = NormalForm.constant(entry.getValue());
      for (Term atom : entry.getKey().atoms()) {
        NormalForm factor =
            atom instanceof Term.Entropy entropy
                ? NormalForm.entropy(real(entropy.group()))
                : NormalForm.of(atom);
        product = product.multiply(factor);
      }
      total = total.add(product);
    }
    return total;
  }
}
