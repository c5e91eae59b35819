package sit.render;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.OrderCertificate;
import sit.proof.OrderCertificate.Case;
import sit.proof.OrderCertificate.Instance;
import sit.proof.Proof;
import sit.term.Index;

/** The part of a certificate's JSON that a proof about several times has: a case for each order. */
final class OrderJson {
  private OrderJson() {}

  static void write(OrderCertificate certificate, JsonWriter out) throws IOException {
    out.name("cases").beginArray();
    for (Case one : certificate.cases()) {
      out.beginObject();
      out.name("order").beginArray();
      for (List<String> equal : one.order()) {
        out.beginArray();
        for (String symbol : equal) {
          out.value(symbol);
        }
        out.endArray();
      }
      out.endArray();
      out.name("cuts").beginArray();
      for (Index cut : one.cuts()) {
        out.value(cut.toString());
      }
      out.endArray();
      out.name("facts").beginArray();
      for (Instance instance : one.facts()) {
        out.beginObject();
        out.name("fact").value(instance.fact());
        out.name("at").beginArray();
        for (Map.Entry<String, Index> entry : instance.at().entrySet()) {
          out.beginObject();
          out.name("symbol").value(entry.getKey());
          out.name("is").value(entry.getValue().toString());
          out.endObject();
        }
        out.endArray();
        out.endObject();
      }
      out.endArray();
      if (one.proof().isPresent()) {
        out.name("proof");
        CertificateJson.write(one.proof().get(), out);
      }
      out.endObject();
    }
    out.endArray();
  }

  static OrderCertificate read(JsonTree tree, Claim claim, List<Assumption> assumptions) {
    List<Case> cases = new ArrayList<>();
    for (JsonTree item : tree.field("cases").items()) {
      if (item.has("proof")) {
        item.only("order", "cuts", "facts", "proof");
      } else {
        item.only("order", "cuts", "facts");
      }
      List<List<String>> order = new ArrayList<>();
      for (JsonTree equal : item.field("order").items()) {
        List<String> symbols = new ArrayList<>();
        for (JsonTree symbol : equal.items()) {
          symbols.add(TermJson.identifier(symbol.text(), symbol));
        }
        order.add(symbols);
      }
      List<Index> cuts = new ArrayList<>();
      for (JsonTree cut : item.field("cuts").items()) {
        cuts.add(TermJson.index(cut.text(), cut));
      }
      List<Instance> facts = new ArrayList<>();
      for (JsonTree fact : item.field("facts").items()) {
        facts.add(instance(fact));
      }
      cases.add(new Case(order, cuts, facts, proof(item)));
    }
    return new OrderCertificate(claim, assumptions, cases);
  }

  private static Instance instance(JsonTree tree) {
    tree.only("fact", "at");
    TreeMap<String, Index> at = new TreeMap<>();
    for (JsonTree entry : tree.field("at").items()) {
      entry.only("symbol", "is");
      JsonTree symbol = entry.field("symbol");
      JsonTree is = entry.field("is");
      at.put(TermJson.identifier(symbol.text(), symbol), TermJson.index(is.text(), is));
    }
    return new Instance(tree.field("fact").index(), at);
  }

  private static Optional<Certificate> proof(JsonTree item) {
    if (!item.has("proof")) {
      return Optional.empty();
    }
    Proof proof = CertificateJson.read(item.field("proof"));
    if (proof instanceof Certificate certificate) {
      return Optional.of(certificate);
    }
    throw item.field("proof").wrong("a proof over fixed variables is expected");
  }
}
