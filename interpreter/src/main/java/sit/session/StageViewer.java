package sit.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sit.eval.Workspace;
import sit.limits.Limits;
import sit.render.CertificateJson;
import sit.source.Diagnostic;
import sit.source.Source;
import sit.source.Span;
import sit.syntax.Parser;
import sit.syntax.Program;
import sit.syntax.Statement;
import sit.syntax.TreePrinter;
import sit.typed.TypedExpr;
import sit.typed.TypedPrinter;
import sit.typed.TypedStatement;
import sit.value.Judgement;
import sit.value.Result;

/** Looks at a text at one stage of its way: one result for every statement, expression or proof. */
final class StageViewer {
  private final Workspace workspace;
  private final Supplier<Limits> limits;
  private final Consumer<Result> sink;

  StageViewer(Workspace workspace, Supplier<Limits> limits, Consumer<Result> sink) {
    this.workspace = workspace;
    this.limits = limits;
    this.sink = sink;
  }

  Answer syntax(Source source) {
    Program program = Parser.parse(source);
    for (Statement statement : program.statements()) {
      shown(source, statement.span(), TreePrinter.print(List.of(statement)).strip());
    }
    return new Answer(List.of(), program.diagnostics());
  }

  Answer typed(Source source) {
    Workspace.Meaning meaning = workspace.type(Parser.parse(source));
    for (TypedStatement statement : meaning.statements()) {
      for (TypedExpr expr : workspace.expressions(statement)) {
        shown(source, expr.span(), TypedPrinter.print(expr));
      }
    }
    return new Answer(List.of(), meaning.diagnostics());
  }

  Answer terms(Source source, boolean normal) {
    Workspace.Meaning meaning = workspace.type(Parser.parse(source));
    List<Diagnostic> diagnostics = new ArrayList<>(meaning.diagnostics());
    Optional<Diagnostic> stopped =
        workspace.show(meaning.statements(), source, limits, normal, sink);
    stopped.ifPresent(diagnostics::add);
    return new Answer(List.of(), diagnostics);
  }

  /** What is left of a result where only certificates are wanted. */
  void certificate(Result result) {
    if (result instanceof Result.Judged judged) {
      Judgement judgement = judged.judgement();
      judgement
          .certificate()
          .ifPresent(
              certificate ->
                  shown(judgement.source(), judgement.span(), CertificateJson.write(certificate)));
    }
  }

  private void shown(Source source, Span span, String text) {
    sink.accept(new Result.Shown(source, span, source.phrase(span), text, text));
  }
}
