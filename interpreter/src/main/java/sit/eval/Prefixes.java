package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.term.Group;
import sit.term.Index;
import sit.term.Variable;

/** Some processes and the one length of their prefixes. */
record Prefixes(List<String> processes, Index length) {
  Prefixes {
    processes = List.copyOf(processes);
  }

  /** Reads a group as prefixes of one length: {@code X^3}, {@code (X, Y)^n}. */
  static Optional<Prefixes> of(Group group) {
    Map<String, List<Integer>> letters = new LinkedHashMap<>();
    List<String> processes = new ArrayList<>();
    Index length = null;
    for (Variable variable : group) {
      if (variable instanceof Variable.Letter letter && letter.at().value().isPresent()) {
        letters
            .computeIfAbsent(letter.name(), n -> new ArrayList<>())
            .add(letter.at().value().getAsInt());
      } else if (variable instanceof Variable.Block block && block.from().equals(Index.of(1))) {
        if (length != null && !length.equals(block.to())) {
          return Optional.empty();
        }
        length = block.to();
        processes.add(block.name());
      } else {
        return Optional.empty();
      }
    }
    for (Map.Entry<String, List<Integer>> entry : letters.entrySet()) {
      List<Integer> at = entry.getValue();
      for (int i = 0; i < at.size(); i++) {
        if (at.get(i) != i + 1) {
          return Optional.empty();
        }
      }
      Index end = Index.of(at.size());
      if (length != null && !length.equals(end)) {
        return Optional.empty();
      }
      length = end;
      processes.add(entry.getKey());
    }
    return length == null ? Optional.empty() : Optional.of(new Prefixes(processes, length));
  }
}
