package sit.prove;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.proof.Assumption;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * What stationary processes add to a program: blocks of equal length and shape are equally
 * uncertain wherever they start.
 *
 * @param place of the fact among the assumptions
 * @param processes that are stationary together
 */
record Shifts(int place, Set<String> processes) {
  private static final int MOST = 250;

  /** One equation, in pieces. */
  record Instance(int place, Group blocks, Index by, NormalForm form) {}

  static Optional<Shifts> of(int place, Assumption assumption) {
    if (assumption.kind() != Assumption.Kind.STATIONARY) {
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>();
    assumption.difference().variables().forEach(v -> names.add(v.name()));
    return Optional.of(new Shifts(place, names));
  }

  /** Equations between the sets that occur and all that they are moved to, in such pieces. */
  List<Instance> instances(Cutting cutting, Iterable<NormalForm> spoken) {
    Deque<Group> open = new ArrayDeque<>();
    Set<Group> seen = new LinkedHashSet<>();
    for (NormalForm form : spoken) {
      for (Monomial monomial : form.coefficients().keySet()) {
        monomial.atoms().stream()
            .filter(atom -> atom instanceof sit.term.Term.Entropy)
            .map(atom -> ((sit.term.Term.Entropy) atom).group())
            .filter(group -> cutting.owns(group) && seen.add(group))
            .forEach(open::add);
      }
    }
    List<Instance> found = new ArrayList<>();
    Set<NormalForm> known = new HashSet<>();
    while (!open.isEmpty() && found.size() < MOST) {
      Group pieces = open.poll();
      for (Instance instance : moved(cutting, pieces)) {
        if (known.add(instance.form) && known.add(instance.form.negate())) {
          found.add(instance);
          for (Group group : Potentials.groups(instance.form)) {
            if (seen.add(group)) {
              open.add(group);
            }
          }
        }
      }
    }
    return found;
  }

  private List<Instance> moved(Cutting cutting, Group pieces) {
    List<Instance> found = new ArrayList<>();
    Group blocks = cutting.real(pieces);
    boolean all =
        blocks.variables().stream()
            .allMatch(v -> !(v instanceof Variable.Single) && processes.contains(v.name()));
    if (!all || blocks.isEmpty()) {
      return found;
    }
    Index first = Cutting.ends(Group.of(blocks.variables().first())).get(0);
    for (Index cut : cutting.cuts()) {
      Index by = cut.subtract(first);
      Optional<Group> there =
          by.equals(Index.of(0)) || isEarly(blocks, by)
              ? Optional.empty()
              : cutting.pieces(shifted(blocks, by));
      if (there.isPresent() && there.get().size() > 0) {
        NormalForm zero = NormalForm.entropy(there.get()).subtract(NormalForm.entropy(pieces));
        found.add(new Instance(place, blocks, by, zero));
      }
    }
    return found;
  }

  private static boolean isEarly(Group blocks, Index by) {
    for (Variable variable : blocks) {
      Index start = Cutting.ends(Group.of(variable)).get(0).add(by);
      if (start.value().isPresent() && start.value().getAsInt() < 0) {
        return true;
      }
    }
    return false;
  }

  /** The same letters and blocks some letters later. */
  static Group shifted(Group blocks, Index by) {
    List<Variable> later = new ArrayList<>();
    for (Variable variable : blocks) {
      if (variable instanceof Variable.Letter letter) {
        later.add(new Variable.Letter(letter.name(), letter.at().add(by)));
      } else if (variable instanceof Variable.Block block) {
        later.add(new Variable.Block(block.name(), block.from().add(by), block.to().add(by)));
      }
    }
    return Group.of(later);
  }
}
