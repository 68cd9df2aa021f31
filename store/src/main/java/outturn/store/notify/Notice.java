package outturn.store.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import outturn.engine.run.RunId;

/// What one channel is to be told of a notification.
///
/// @param what `told`, `escalated`, `recovered` or `again-…`, so that each time is told
public record Notice(
    long notification, String what, Instant due, Notification.About about, State state) {
  static final String AGAIN = "again-";

  /// How the problem is by now.
  public record State(
      Optional<RunId> run,
      String text,
      Instant opened,
      int times,
      Optional<Instant> acknowledged,
      Optional<Recovery> recovered) {}

  /// Since when it is over.
  ///
  /// @param how in words
  public record Recovery(Instant at, String how) {}

  /// `told`, `again`, `escalated` or `recovered`.
  public String word() {
    return isRepetition() ? "again" : what;
  }

  public boolean isRepetition() {
    return what.startsWith(AGAIN);
  }

  public LocalDate businessDate() {
    return about.businessDate();
  }

  public boolean isEscalation() {
    return what.equals("escalated");
  }

  /// Whether it says that the problem is over.
  public boolean isRecovery() {
    return what.equals("recovered");
  }
}
