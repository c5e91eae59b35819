package sit.app.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import sit.app.InputFiles;
import sit.app.Streams;
import sit.check.Checker;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Proof;
import sit.proof.Sense;
import sit.proof.Sides;
import sit.render.CertificateFormatException;
import sit.render.CertificateJson;
import sit.source.ReportedError;
import sit.source.Source;
import sit.term.TermPrinter;

/**
 * {@code sit verify}: certificates from files, added up by the trusted checker and by nothing else.
 */
final class Verification {
  private final Request request;
  private final Streams streams;
  private final StringWriter json = new StringWriter();
  private final JsonWriter results = new JsonWriter(json);

  Verification(Request request, Streams streams) {
    this.request = request;
    this.streams = streams;
  }

  /** The exit status: whether every certificate of every file proves its claim. */
  int run() {
    boolean accepted = true;
    try {
      results.beginObject();
      results.name("version").value(1);
      results.name("results").beginArray();
      for (String file : request.operands()) {
        Source source = InputFiles.read(file, streams.in());
        for (CertificateJson.Named named : certificates(source)) {
          accepted &= verify(source, named);
        }
      }
      results.endArray();
      results.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (request.format() == Request.Format.JSON) {
      streams.out().println(json);
    }
    return accepted ? Program.DONE : Program.UNREADABLE;
  }

  private static List<CertificateJson.Named> certificates(Source source) {
    List<CertificateJson.Named> found;
    try {
      found = CertificateJson.readAll(source.text());
    } catch (CertificateFormatException e) {
      throw error(source, "not-a-certificate", e.getMessage());
    }
    if (found.isEmpty()) {
      throw error(source, "no-certificate", "no result in it has a certificate");
    }
    return found;
  }

  private static ReportedError error(Source source, String code, String message) {
    return new ReportedError(
        Report.about(
            source.name(), code, message, "`sit check --format json` prints certificates"));
  }

  private boolean verify(Source source, CertificateJson.Named named) throws IOException {
    Proof certificate = named.certificate();
    Optional<String> objection = Checker.objection(certificate);
    String statement = statement(certificate.claim());
    results.beginObject();
    results.name("file").value(source.name());
    results.name("kind").value("certificate");
    results.name("name").value(named.name().isEmpty() ? null : named.name());
    results.name("statement").value(statement);
    results.name("verdict").value(objection.isEmpty() ? "proved" : "rejected");
    results.name("assumptions").beginArray();
    for (Assumption assumption : certificate.assumptions()) {
      results.value(assumption.text());
    }
    results.endArray();
    if (objection.isPresent()) {
      results.name("objection").value(objection.get());
    }
    results.endObject();
    if (request.format() == Request.Format.TEXT) {
      print(named, statement, objection);
    }
    return objection.isEmpty();
  }

  private void print(CertificateJson.Named named, String statement, Optional<String> objection) {
    StringBuilder out = new StringBuilder(objection.isEmpty() ? "proved    " : "rejected  ");
    if (!named.name().isEmpty()) {
      out.append(named.name()).append(": ");
    }
    out.append(statement);
    if (!request.quiet()) {
      for (Assumption assumption : named.certificate().assumptions()) {
        out.append("\n            given ").append(assumption.text());
      }
    }
    if (objection.isPresent()) {
      out.append("\n            ").append(objection.get());
    }
    streams.out().println(out);
  }

  /** The sides that the checker compared with the difference, else the difference. */
  private static String statement(Claim claim) {
    if (claim.sides().isPresent()) {
      Sides sides = claim.sides().get();
      String left = TermPrinter.print(sides.left());
      return left + " " + sides.relation().sign() + " " + TermPrinter.print(sides.right());
    }
    return claim.difference() + (claim.sense() == Sense.ZERO ? " = 0" : " >= 0");
  }
}
