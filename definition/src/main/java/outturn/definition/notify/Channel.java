package outturn.definition.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// A way by which people hear.
public record Channel(String name, String title, Target target, Manner manner) {

  /// How it is used.
  ///
  /// @param group what comes within this time of the first is told with it
  /// @param giveUp a message that could not be sent for so long is given up
  public record Manner(
      Duration group, Optional<Quiet> quiet, Optional<Escalation> escalation, Duration giveUp) {}

  /// Who is told next.
  ///
  /// @param after without an acknowledgement for so long
  /// @param to a channel
  public record Escalation(Duration after, String to) {}

  /// Hours in which nobody is told; what came in them is told together afterwards.
  ///
  /// @param except what is told all the same
  public record Quiet(LocalTime from, LocalTime to, ZoneId zone, Set<Occasion> except) {
    public Quiet {
      except = Set.copyOf(except);
    }

    /// When the quiet hours are over, if a time is within them.
    public Optional<Instant> until(Instant time) {
      var local = time.atZone(zone);
      var clock = local.toLocalTime();
      boolean overnight = !from.isBefore(to);
      boolean evening = !clock.isBefore(from);
      boolean morning = clock.isBefore(to);
      if (overnight ? !evening && !morning : !evening || !morning) return Optional.empty();
      var day = local.toLocalDate();
      var end = overnight && evening ? day.plusDays(1) : day;
      return Optional.of(end.atTime(to).atZone(zone).toInstant());
    }
  }
}
