package outturn.runtime.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import outturn.engine.run.RunId;

/// What a forecast is about: a run that lives, or one that a schedule will start.
///
/// @param run empty for one to come
/// @param due when it is to begin
/// @param zone of the workflow
public record Subject(
    String project,
    String workflow,
    Optional<RunId> run,
    LocalDate businessDate,
    Instant due,
    ZoneId zone) {

  /// The name of its course: the run's id, or [#start].
  public String key() {
    return run.map(RunId::toString).orElseGet(this::start);
  }

  /// The name of the start that it comes of.
  String start() {
    return workflow + "@" + due;
  }
}
