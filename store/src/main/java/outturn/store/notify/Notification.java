package outturn.store.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.engine.run.RunId;

/// A problem that people are told of, until it is over.
///
/// @param run the latest one; empty for starts that were missed
/// @param times how often it happened
public record Notification(
    long id,
    About about,
    Optional<RunId> run,
    String text,
    Times when,
    Optional<Acknowledged> acknowledged,
    List<Copy> copies) {

  /// @param occasion the word of it
  /// @param subject a task, deadline or schedule, or empty
  public record About(
      String project, String workflow, String occasion, String subject, LocalDate businessDate) {}

  public record Times(Instant opened, Instant latest, int times, Optional<Instant> recovered) {}

  public record Acknowledged(Instant at, String by, String reason) {}

  /// What became of it on a channel.
  ///
  /// @param state `waiting`, `sent` or `failed`
  /// @param error of the latest try
  /// @param ticket its number
  public record Copy(
      String channel, String what, String state, Optional<String> error, Optional<String> ticket) {}
}
