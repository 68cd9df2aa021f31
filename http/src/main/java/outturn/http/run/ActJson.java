package outturn.http.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import outturn.store.audit.AuditEntry;

/// What somebody did to a run: a verb such as `hold`, or `note`.
record ActJson(
    Instant at,
    String who,
    String run,
    String verb,
    Optional<String> task,
    Optional<String> why,
    Optional<String> before,
    Optional<String> after) {
  private static final String OF_RUN = "run ";

  static ActJson of(AuditEntry entry) {
    var act = entry.act();
    var details = act.details();
    return new ActJson(
        entry.at(),
        act.who(),
        act.subject(),
        act.action().substring(OF_RUN.length()),
        text(details, "task"),
        text(details, "why"),
        text(details, "before"),
        text(details, "after"));
  }

  private static Optional<String> text(Map<String, Object> details, String name) {
    return Optional.ofNullable(details.get(name)).map(String::valueOf);
  }
}
