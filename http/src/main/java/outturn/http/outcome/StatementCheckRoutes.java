package outturn.http.outcome;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outturn.definition.text.Nearest;
import outturn.http.json.JsonObject;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.statement.Advice;
import outturn.outcome.statement.Organisation;
import outturn.outcome.statement.Severity;
import outturn.outcome.statement.Slots;
import outturn.outcome.statement.StatementCheck;
import outturn.runtime.outcome.Gates;
import outturn.runtime.project.InForce;

/// Advice on a statement while somebody writes it; nothing is kept of it.
public final class StatementCheckRoutes {
  private static final int LONGEST = 1_000;

  private final Gates gates;
  private final InForce inForce;

  public StatementCheckRoutes(Gates gates, InForce inForce) {
    this.gates = gates;
    this.inForce = inForce;
  }

  private record Told(
      String statement, String kind, Slots slots, List<Found> findings) {}

  private record Found(String rule, String severity, String text, String hint) {}

  public Answer check(Call call) {
    call.allow();
    var body = call.json("statement", "slots", "project");
    if (body.has("statement") == body.has("slots")) {
      return Problem.of(
              Code.INVALID_INPUT, "give a 'statement', or its parts as 'slots', and not both")
          .answer();
    }
    var check = new StatementCheck(organisation(body.find("project")));
    if (body.has("slots")) {
      var slots = slots(body.object("slots", "who", "change", "from", "to", "by", "soThat"));
      return answer(slots.sentence(), () -> check.of(slots));
    }
    var statement = body.text("statement");
    return answer(statement, () -> check.of(statement));
  }

  private interface Judge {
    Advice judge();
  }

  private static Answer answer(String statement, Judge judge) {
    if (statement.isBlank() || statement.length() > LONGEST) {
      return Problem.of(
              Code.INVALID_INPUT,
              "a statement has 1 to %d characters, not %d"
                  .formatted(LONGEST, statement.strip().length()))
          .answer();
    }
    return Answer.json(told(judge.judge()));
  }

  private static Slots slots(JsonObject parts) {
    return new Slots(
        part(parts, "who"),
        part(parts, "change"),
        part(parts, "from"),
        part(parts, "to"),
        part(parts, "by"),
        part(parts, "soThat"));
  }

  private static String part(JsonObject parts, String name) {
    return parts.find(name).orElse("").strip();
  }

  private Organisation organisation(Optional<String> project) {
    if (project.isEmpty()) return Organisation.UNKNOWN;
    return gates
        .organisation(project.get())
        .orElseThrow(() -> {
          var known = inForce.outcomes().stream().map(InForce.Entry::project).distinct().toList();
          return Problem.of(
                  Code.NOT_FOUND,
                  "no project '%s' with an outcome; %s"
                      .formatted(project.get(), Nearest.hint(project.get(), known)))
              .refused();
        });
  }

  private static Told told(Advice advice) {
    return new Told(
        advice.statement(),
        advice.kind().name().toLowerCase(Locale.ROOT),
        advice.slots(),
        advice.findings().stream()
            .map(each ->
                new Found(each.rule(), word(each.severity()), each.text(), each.hint()))
            .toList());
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARN -> "warning";
      case INFO -> "hint";
    };
  }
}
