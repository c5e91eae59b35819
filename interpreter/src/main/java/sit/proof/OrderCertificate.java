package sit.proof;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sit.term.Index;

/**
 * A proof of a claim about several times, one for each order in which they may stand: then every
 * process falls into the same pieces, whatever the times are.
 *
 * @param assumptions facts; an index symbol that the claim does not have ranges over every time
 */
public record OrderCertificate(Claim claim, List<Assumption> assumptions, List<Case> cases)
    implements Proof {
  public OrderCertificate {
    assumptions = List.copyOf(assumptions);
    cases = List.copyOf(cases);
  }

  /**
   * One order.
   *
   * @param order the index symbols of the claim, those that are equal together, in ascending order
   * @param cuts the places, in ascending order from 0 on, at which every process is cut
   * @param facts what the assumptions of the proof are instances of, in the same order
   * @param proof of the claim about the pieces; none where the assumptions exclude the order
   */
  public record Case(
      List<List<String>> order,
      List<Index> cuts,
      List<Instance> facts,
      Optional<Certificate> proof) {
    public Case {
      order = order.stream().map(List::copyOf).toList();
      cuts = List.copyOf(cuts);
      facts = List.copyOf(facts);
    }
  }

  /**
   * An assumption at certain times.
   *
   * @param fact its place in the list
   * @param at what stands for each index symbol that the claim does not have
   */
  public record Instance(int fact, SortedMap<String, Index> at) {
    public Instance {
      at = Collections.unmodifiableSortedMap(new TreeMap<>(at));
    }
  }
}
