package outturn.outcome.honesty;

import java.time.Instant;
import java.time.LocalDate;
import outturn.outcome.position.Position;

/// A forecast that somebody accepted, and what came of it.
///
/// @param outcome its name
/// @param measure its name
/// @param chance to reach the target by the due day, 0..1
public record Promised(
    String outcome, String measure, int version, Aim aim, double chance, Instant at, Came came) {

  public record Aim(double target, LocalDate due) {
    Came judge(Position position) {
      boolean isSame =
          position
              .goal()
              .target()
              .filter(each -> each.value() == target && each.by().equals(due))
              .isPresent();
      if (!isSame) return Came.MOVED;
      return position
          .wasReached()
          .map(reached -> reached ? Came.REACHED : Came.MISSED)
          .orElse(Came.OPEN);
    }
  }

  /// What came of it.
  public enum Came {
    REACHED,
    MISSED,
    /// The day has not come, or its value is not known yet.
    OPEN,
    /// The target is another one by now, so nobody can say any more.
    MOVED
  }

  /// @param position where the measure stands now
  public static Promised of(
      String outcome, int version, Aim aim, double chance, Instant at, Position position) {
    var measure = position.measure().name();
    return new Promised(outcome, measure, version, aim, chance, at, aim.judge(position));
  }
}
