package outturn.http.ahead;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outturn.definition.ahead.Line;
import outturn.definition.ahead.Window;
import outturn.definition.text.Nearest;
import outturn.definition.workflow.Workflow;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Call;
import outturn.runtime.project.InForce;

/// What requests about the time to come have in common.
final class Asked {
  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(1100);
  private static final String SEPARATOR = "~";

  private Asked() {}

  /// From now for a day, when nothing is said.
  static Window window(Call call, Instant now) {
    var from = call.instant("from").orElse(now);
    if (from.isBefore(Instant.EPOCH) || from.isAfter(now.plus(Duration.ofDays(36_500)))) {
      throw bad("query parameter 'from' is to be within a hundred years, not " + from);
    }
    var to = call.instant("to").orElse(from.plus(USUAL));
    if (!to.isAfter(from))
      throw bad("query parameter 'to' is to be after 'from', %s".formatted(from));
    if (to.isAfter(from.plus(LONGEST))) {
      throw bad(
          "from %s to %s are more than %d days; ask about a shorter time"
              .formatted(from, to, LONGEST.toDays()));
    }
    return new Window(from, to);
  }

  /// A workflow that must be in force, or empty for all.
  static Optional<String> workflow(Call call, InForce inForce) {
    var name = call.query("workflow");
    name.ifPresent(each -> entry(each, inForce));
    return name;
  }

  static InForce.Entry<Workflow> entry(String name, InForce inForce) {
    return inForce
        .workflow(name)
        .orElseThrow(() -> {
          var near = Nearest.hint(name, InForce.names(inForce.workflows()));
          return Problem.of(Code.NOT_FOUND, "no workflow '%s'; %s".formatted(name, near)).refused();
        });
  }

  /// Where a page begins.
  static Optional<Line.Place> after(Call call) {
    return call.query("after", "the 'next' of a page", Asked::place);
  }

  private static Line.Place place(String text) {
    var parts = text.split(SEPARATOR, -1);
    if (parts.length != 4) throw new IllegalArgumentException(text);
    return new Line.Place(Instant.parse(parts[0]), parts[1], parts[2], parts[3]);
  }

  static String cursor(Line.Place place) {
    return String.join(
        SEPARATOR, place.due().toString(), place.workflow(), place.schedule(), place.word());
  }

  static RuntimeException bad(String detail) {
    return Problem.of(Code.BAD_REQUEST, detail).refused();
  }
}
