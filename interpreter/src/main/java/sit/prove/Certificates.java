package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Claim;

/** Puts certificates together. */
final class Certificates {
  private Certificates() {}

  /** A certificate that lists the assumptions its combinations use and no others. */
  static Certificate assemble(
      Claim claim, List<Assumption> assumptions, List<Combination> combinations) {
    TreeSet<Integer> used = new TreeSet<>();
    for (Combination combination : combinations) {
      combination.uses().forEach(use -> used.add(use.assumption()));
    }
    return assemble(claim, assumptions, used, combinations);
  }

  /** The same where it is known which are used. */
  static Certificate assemble(
      Claim claim,
      List<Assumption> assumptions,
      Set<Integer> used,
      List<Combination> combinations) {
    Map<Integer, Integer> place = new TreeMap<>();
    List<Assumption> kept = new ArrayList<>();
    for (int index : used) {
      place.put(index, kept.size());
      kept.add(assumptions.get(index));
    }
    List<Combination> renumbered = new ArrayList<>();
    for (Combination combination : combinations) {
      List<Certificate.Use> uses = new ArrayList<>();
      for (Certificate.Use use : combination.uses()) {
        uses.add(new Certificate.Use(place.get(use.assumption()), use.multiplier(), use.law()));
      }
      List<Certificate.Multiple> laws = new ArrayList<>();
      for (Certificate.Multiple law : combination.laws()) {
        List<Certificate.Sign> signs = new ArrayList<>();
        for (Certificate.Sign sign : law.signs()) {
          signs.add(new Certificate.Sign(place.get(sign.assumption()), sign.inverse()));
        }
        laws.add(new Certificate.Multiple(law.multiplier(), law.fact(), signs));
      }
      renumbered.add(new Combination(combination.basics(), laws, uses, combination.surplus()));
    }
    return new Certificate(claim, kept, renumbered);
  }
}
