package outturn.cli.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import outturn.cli.client.Fields;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Times;

/// A run as the server tells it.
record Run(Fields fields) {
  private static final Set<String> ENDED = Set.of("succeeded", "failed", "cancelled");

  String id() {
    return fields.text("id");
  }

  String state() {
    return fields.text("state");
  }

  boolean isEnded() {
    return ENDED.contains(state());
  }

  /// Done if it succeeded.
  ExitCode exitCode() {
    return state().equals("succeeded") ? ExitCode.DONE : ExitCode.REFUSED;
  }

  /// How long it took or has taken; empty if it has not started.
  String took(Times times) {
    return took(fields, times);
  }

  /// The same for anything that has started and may have ended.
  static String took(Fields fields, Times times) {
    var started = fields.instant("started");
    if (started.isEmpty()) return "";
    return fields
        .instant("ended")
        .map(ended -> Times.took(Duration.between(started.get(), ended)))
        .orElseGet(() -> times.since(started.get()));
  }

  String at(String field, Times times) {
    return fields.instant(field).map((Instant instant) -> times.at(instant)).orElse("");
  }

  /// Who or what started it.
  String origin() {
    var by = fields.object("startedBy");
    var parent = by.object("parent");
    if (by.has("user")) return by.text("user");
    if (by.has("schedule")) return "schedule " + by.text("schedule");
    if (!by.has("parent")) return "";
    var item = parent.find("item").map("[%s]"::formatted).orElse("");
    return "run %s, task %s%s".formatted(parent.text("run"), parent.text("task"), item);
  }
}
