package outturn.outcome.stake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outturn.outcome.stake.Threat.Standing;

/// How late something is or is likely to be; nothing is later than it is early.
///
/// @param likely at the likely end; empty when that is not known
/// @param late at the end that one in ten is later than; empty when that is not known
/// @param expected the mean, as far as it is known
/// @param soFar how much of it has passed
public record Lateness(
    Optional<Duration> likely, Optional<Duration> late, Duration expected, Duration soFar) {
  private static final double HALF = .5;
  private static final double ONE_IN_TEN = .1;

  /// The mean is the area under the chance of not being done yet, from the deadline on. That chance
  /// is 1 while it is late already, 1 less the chance of keeping the deadline when that is to come,
  /// a half at the likely end and one in ten at the late end, and is drawn straight between these.
  /// What comes after the late end does not count.
  static Lateness of(Threat threat, Instant now) {
    var likely = threat.likelyEnd().map(end -> after(threat.due(), end));
    var late = threat.lateEnd().map(end -> after(threat.due(), end));
    return switch (threat.standing()) {
      case PREDICTED ->
          new Lateness(
              likely, late, area(threat, 1 - threat.chance(), threat.due()), Duration.ZERO);
      case LATE -> {
        var soFar = after(threat.due(), now);
        var from = now.isAfter(threat.due()) ? now : threat.due();
        yield new Lateness(likely, late, soFar.plus(area(threat, 1, from)), soFar);
      }
      case DONE_LATE -> {
        var whole = likely.orElse(Duration.ZERO);
        yield new Lateness(likely, late, whole, whole);
      }
    };
  }

  private static Duration area(Threat threat, double open, Instant from) {
    var at = from;
    double chance = open;
    double seconds = 0;
    if (threat.likelyEnd().filter(at::isBefore).isPresent()) {
      var end = threat.likelyEnd().get();
      double next = Math.min(chance, HALF);
      seconds += (chance + next) / 2 * after(at, end).toSeconds();
      at = end;
      chance = next;
    }
    if (threat.lateEnd().filter(at::isBefore).isPresent()) {
      double next = Math.min(chance, ONE_IN_TEN);
      seconds += (chance + next) / 2 * after(at, threat.lateEnd().get()).toSeconds();
    }
    return Duration.ofSeconds(Math.round(seconds));
  }

  private static Duration after(Instant from, Instant to) {
    return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
  }

  /// What it is counted by: the likely lateness, or what has passed while nobody knows more.
  Duration counted() {
    return likely.orElse(soFar);
  }

  public static double hours(Duration length) {
    return length.toSeconds() / (double) Duration.ofHours(1).toSeconds();
  }

  boolean isOpen() {
    return likely.isEmpty();
  }

  /// Of a deadline that has passed.
  static boolean isPast(Standing standing) {
    return switch (standing) {
      case PREDICTED -> false;
      case LATE, DONE_LATE -> true;
    };
  }
}
