package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.term.Group;
import sit.term.Variable;

/** Matches the groups of a schema: each of its names takes a part of what is said. */
final class GroupMatcher {
  private final Set<String> conditions;

  /**
   * A matcher.
   *
   * @param conditions the names of what is only given, and may be of any sort
   */
  GroupMatcher(Set<String> conditions) {
    this.conditions = conditions;
  }

  /** The ways to make a group of the names that a schema has in its place. */
  List<Binding> match(Group schema, Group said, Binding known) {
    List<Variable> names = new ArrayList<>(schema.variables());
    return parts(names, new ArrayList<>(said.variables()), known).stream()
        .filter(binding -> binding.of(schema).equals(said))
        .toList();
  }

  private List<Binding> parts(List<Variable> names, List<Variable> said, Binding known) {
    if (names.isEmpty()) {
      return said.isEmpty() ? List.of(known) : List.of();
    }
    Variable name = names.get(0);
    List<Variable> others = names.subList(1, names.size());
    Set<Binding> found = new LinkedHashSet<>();
    Group bound = known.groups().get(name.name());
    if (name instanceof Variable.Single && bound != null) {
      List<Variable> rest = new ArrayList<>(said);
      return rest.removeAll(bound.variables()) || bound.isEmpty()
          ? parts(others, rest, known)
          : List.of();
    }
    for (int mask = said.size() > 6 ? 0 : 1; mask < 1 << Math.min(6, said.size()); mask++) {
      List<Variable> taken = new ArrayList<>();
      List<Variable> rest = new ArrayList<>();
      for (int k = 0; k < said.size(); k++) {
        ((mask >> k & 1) != 0 ? taken : rest).add(said.get(k));
      }
      for (Binding binding : variable(name, taken, known)) {
        found.addAll(parts(others, rest, binding));
      }
    }
    return List.copyOf(found);
  }

  private List<Binding> variable(Variable name, List<Variable> taken, Binding known) {
    if (name instanceof Variable.Single) {
      boolean random = Character.isUpperCase(name.name().codePointAt(0));
      for (Variable variable : taken) {
        boolean alike = random == Character.isUpperCase(variable.name().codePointAt(0));
        boolean sorted = name.isContinuous() == variable.isContinuous();
        if (!alike || !sorted && !conditions.contains(name.name())) {
          return List.of();
        }
      }
      return list(known.group(name.name(), Group.of(taken)));
    }
    List<String> names = new ArrayList<>();
    Optional<Binding> binding = Optional.of(known);
    for (Variable variable : taken) {
      names.add(variable.name());
      if (name instanceof Variable.Letter letter && variable instanceof Variable.Letter at) {
        binding = binding.flatMap(b -> b.index(letter.at(), at.at()));
      } else if (name instanceof Variable.Block block && variable instanceof Variable.Block at) {
        binding =
            binding
                .flatMap(b -> b.index(block.from(), at.from()))
                .flatMap(b -> b.index(block.to(), at.to()));
      } else {
        return List.of();
      }
      if (name.isContinuous() != variable.isContinuous()) {
        return List.of();
      }
    }
    return list(binding.flatMap(b -> b.sequence(name.name(), names)));
  }

  private static List<Binding> list(Optional<Binding> binding) {
    return binding.map(List::of).orElse(List.of());
  }
}
