package sit.proof;

import java.util.List;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;

/**
 * A reason that a step may give: a named list of schemas. A step follows from rules when it is a
 * combination of instances of their schemas and of identities between joint entropies.
 *
 * @param kind whether it was proved here or is cited
 */
public record Rule(String name, Kind kind, List<Schema> schemas) {
  public Rule {
    schemas = List.copyOf(schemas);
  }

  /** Where a rule's truth comes from. */
  public enum Kind {
    /** Proved by this program when the library is built. */
    LEMMA,
    /** Taken from the literature, and named wherever a proof uses it. */
    AXIOM
  }

  /**
   * One statement of a rule. Its single variables are metavariables, to be replaced by disjoint
   * groups of variables.
   *
   * @param premises facts that must follow from the assumptions once the groups are put in
   * @param optional metavariables that may be replaced by the empty group
   * @param functions what stands for any function
   */
  public record Schema(
      List<Assumption> premises, Claim conclusion, List<String> optional, List<String> functions) {
    public Schema {
      premises = List.copyOf(premises);
      optional = List.copyOf(optional);
      functions = List.copyOf(functions);
    }

    /** A schema without functions. */
    public Schema(List<Assumption> premises, Claim conclusion, List<String> optional) {
      this(premises, conclusion, optional, List.of());
    }

    /** Whether it speaks of every horizon; its names are then those of a lemma, to be renamed. */
    public boolean isTimeless() {
      NormalForm difference = conclusion.difference();
      return !Substitution.symbols(difference).isEmpty()
          || difference.atoms().stream().anyMatch(atom -> atom instanceof Term.Total);
    }
  }
}
