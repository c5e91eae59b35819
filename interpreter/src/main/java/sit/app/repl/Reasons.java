package sit.app.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sit.render.TextRenderer;
import sit.session.Session;
import sit.value.Judgement;
import sit.value.Result;

/** How the last verdict is known, in full. */
final class Reasons {
  private Reasons() {}

  static String of(Session session) {
    Judgement judgement = session.lastVerdict().orElseThrow(DirectiveError::noVerdict);
    List<String> lines = new ArrayList<>();
    lines.add(new TextRenderer(false, true).render(new Result.Judged(judgement)));
    String method = judgement.method().isEmpty() ? "" : " (method: " + judgement.method() + ")";
    lines.add("  " + settled(judgement) + method + ", in " + seconds(judgement.seconds()));
    lines.addAll(assumed(session));
    return String.join("\n", lines);
  }

  private static String settled(Judgement judgement) {
    boolean derivation = judgement.kind() == Judgement.Kind.DERIVATION;
    boolean certified = judgement.certificate().isPresent();
    return switch (judgement.ruling()) {
      case PROVED ->
          certified
              ? "a certificate was added up by the checker"
              : derivation ? "every step was judged" : "both sides were computed exactly";
      case REFUTED ->
          judgement.refuting().isPresent() ? "the law was evaluated exactly" : "a step fails";
      case OPEN -> "nothing settled it";
    };
  }

  private static List<String> assumed(Session session) {
    List<String> facts = session.workspace().facts().stream().map(fact -> fact.text()).toList();
    return facts.isEmpty() ? List.of() : List.of("  assumed: " + String.join(", ", facts));
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds);
  }
}
