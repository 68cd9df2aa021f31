package outturn.cli.client;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;

/// Turns what went wrong on the way to the server or in it into a sentence.
final class Refusals {
  private Refusals() {}

  static CommandFailed unreachable(Connection connection, IOException why) {
    var told = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    return new CommandFailed(
        ExitCode.UNREACHABLE,
        "no server answers at %s (%s)".formatted(connection.url(), told),
        "named by " + connection.origin(),
        "start one with: outturn server");
  }

  static CommandFailed notOurs(Connection connection, String what) {
    return new CommandFailed(
        ExitCode.UNREACHABLE,
        "what answers at %s is not Outturn: it sent %s".formatted(connection.url(), what),
        "named by " + connection.origin());
  }

  /// An error of the server, which is problem+json (RFC 9457).
  static CommandFailed of(int status, HttpHeaders headers, String body, Connection connection) {
    var problem = Json.read(body).filter(json -> json.isObject()).map(Fields::new);
    if (problem.isEmpty()) return notOurs(connection, "status " + status);
    var fields = problem.get();
    var details = new ArrayList<String>();
    fields.list("errors").forEach(error -> details.addAll(place(error)));
    details.addAll(fields.texts("problems"));
    headers
        .firstValue("Retry-After")
        .ifPresent(seconds -> details.add("try again in %s s".formatted(seconds)));
    if (status == 401) {
      details.add("the token of %s was not accepted".formatted(connection.origin()));
    }
    return new CommandFailed(exitCode(status), sentence(fields), details, body);
  }

  private static String sentence(Fields problem) {
    var sentence = problem.find("detail").orElseGet(() -> problem.text("title"));
    return sentence.isBlank() ? "the server refused: " + problem.text("code") : sentence;
  }

  private static List<String> place(Fields error) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s:%s:%s: %s"
            .formatted(
                error.text("file"),
                error.text("line"),
                error.text("column"),
                error.text("message")));
    error.find("hint").filter(hint -> !hint.isEmpty()).ifPresent(hint -> lines.add("  " + hint));
    return lines;
  }

  private static ExitCode exitCode(int status) {
    if (status == 401 || status == 403) return ExitCode.FORBIDDEN;
    if (status == 429 || status >= 500) return ExitCode.UNREACHABLE;
    return ExitCode.REFUSED;
  }
}
