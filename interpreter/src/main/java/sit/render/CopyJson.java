package sit.render;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sit.proof.Certificate.Copy;
import sit.term.Group;
import sit.term.Variable;

/** The auxiliary variables of a certificate as JSON: which are copied, as what, over what. */
final class CopyJson {
  private CopyJson() {}

  /** Writes nothing where there are none. */
  static void write(List<Copy> copies, JsonWriter out) throws IOException {
    if (copies.isEmpty()) {
      return;
    }
    out.name("copies").beginArray();
    for (Copy copy : copies) {
      out.beginObject();
      out.name("of");
      list(copy.of(), out);
      out.name("names");
      list(copy.names(), out);
      out.name("over");
      TermJson.group(copy.over(), out);
      out.endObject();
    }
    out.endArray();
  }

  private static void list(List<Variable> variables, JsonWriter out) throws IOException {
    out.beginArray();
    for (Variable variable : variables) {
      TermJson.group(Group.of(variable), out);
    }
    out.endArray();
  }

  static List<Copy> read(JsonTree certificate) {
    List<Copy> copies = new ArrayList<>();
    if (certificate.has("copies")) {
      for (JsonTree item : certificate.field("copies").items()) {
        item.only("of", "names", "over");
        copies.add(
            new Copy(
                list(item.field("of")),
                list(item.field("names")),
                TermJson.group(item.field("over"))));
      }
    }
    return copies;
  }

  private static List<Variable> list(JsonTree tree) {
    List<Variable> variables = new ArrayList<>();
    for (JsonTree item : tree.items()) {
      Group one = TermJson.group(item);
      if (one.size() != 1) {
        throw item.wrong("one variable stands here, not " + one.size());
      }
      variables.add(one.variables().first());
    }
    return variables;
  }
}
