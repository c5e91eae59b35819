package sit.render;

import java.util.List;
import sit.proof.OrderCertificate;
import sit.proof.OrderCertificate.Case;

/** A proof about several times: each order, and the proof for it. */
final class OrderPrinter {
  private OrderPrinter() {}

  static String text(OrderCertificate certificate, String difference) {
    StringBuilder out = new StringBuilder();
    for (Case one : certificate.cases()) {
      out.append("for ").append(order(one, " < "));
      if (one.proof().isEmpty()) {
        out.append(": excluded\n");
        continue;
      }
      out.append('\n');
      String block = ProofPrinter.text(one.proof().get(), difference);
      block.lines().forEach(line -> out.append("  ").append(line).append('\n'));
    }
    return out.toString();
  }

  static String latex(OrderCertificate certificate, String difference) {
    StringBuilder out = new StringBuilder();
    for (Case one : certificate.cases()) {
      out.append("for $").append(order(one, " < ")).append('$');
      out.append(one.proof().isEmpty() ? ": excluded\n\n" : "\n\n");
      one.proof().ifPresent(proof -> out.append(ProofPrinter.latex(proof, difference)));
    }
    return out.toString();
  }

  private static String order(Case one, String less) {
    StringBuilder out = new StringBuilder();
    for (List<String> equal : one.order()) {
      out.append(out.isEmpty() ? "" : less).append(String.join(" = ", equal));
    }
    return out.toString();
  }
}
