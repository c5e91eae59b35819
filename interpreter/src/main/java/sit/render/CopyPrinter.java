package sit.render;

import java.util.List;
import java.util.TreeSet;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Certificate.Copy;
import sit.term.Group;
import sit.term.Term;
import sit.term.TermLatex;
import sit.term.Variable;

/** The auxiliary variables of a proof, introduced in words. */
final class CopyPrinter {
  private CopyPrinter() {}

  /** A line for each copy, and what a reader has to know of them. */
  static String text(List<Copy> copies) {
    StringBuilder out = new StringBuilder();
    for (Copy copy : copies) {
      String copied = Group.of(copy.names()).toString();
      String original = Group.of(copy.of()).toString();
      String over = copy.over().toString();
      out.append("let ").append(copied).append(" be a copy of ").append(original);
      if (copy.over().isEmpty()) {
        out.append(", independent of all else\n");
        out.append("  so H(").append(copied).append(") = H(").append(original).append(")\n");
      } else {
        out.append(" over ").append(over).append(", independent of all else given ").append(over);
        out.append("\n  so an entropy of ").append(copied).append(" and ").append(over);
        out.append(" alone is that of ").append(original).append(" and ").append(over);
        out.append('\n');
      }
    }
    return out.toString();
  }

  /** The same as a paragraph before the sum. */
  static String latex(List<Copy> copies) {
    StringBuilder out = new StringBuilder();
    for (Copy copy : copies) {
      String copied = math(Group.of(copy.names()));
      String original = math(Group.of(copy.of()));
      out.append("Let ").append(copied).append(" be a copy of ").append(original);
      if (copy.over().isEmpty()) {
        out.append(", independent of all else.\n");
      } else {
        String over = math(copy.over());
        out.append(" over ").append(over).append(", independent of all else given ").append(over);
        out.append(", so that an entropy of ").append(copied).append(" and ").append(over);
        out.append(" alone is that of ").append(original).append(" and ").append(over);
        out.append(".\n");
      }
    }
    return out.toString();
  }

  private static String math(Group group) {
    return "$" + TermLatex.print(new Term.Variables(group)) + "$";
  }

  /** What is zero because a copy is independent of all that was there before it. */
  static Basic independence(Certificate certificate, int copy) {
    TreeSet<Variable> known = new TreeSet<>(certificate.claim().difference().variables());
    certificate.assumptions().forEach(a -> known.addAll(a.difference().variables()));
    certificate.copies().subList(0, copy).forEach(before -> known.addAll(before.names()));
    Copy one = certificate.copies().get(copy);
    return Basic.information(Group.of(one.names()), Group.of(known).minus(one.over()), one.over());
  }
}
