package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Runs that are forecast together, since they may wait for each other.
final class Group {
  /// What has changed first, and of that what is promised first.
  static final Comparator<Group> URGENCY =
      Comparator.<Group, Boolean>comparing(group -> !group.stale).thenComparing(group -> group.due);

  private static final long PARTS = 20;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofMinutes(10);

  private final List<String> keys;
  private boolean stale = true;
  private Instant at = Instant.EPOCH;
  private Instant due = Instant.EPOCH;

  Group(List<String> keys) {
    this.keys = List.copyOf(keys);
  }

  List<String> keys() {
    return keys;
  }

  String name() {
    return keys.getFirst();
  }

  /// Something of it has changed.
  void touch() {
    stale = true;
  }

  /// It was forecast.
  ///
  /// @param next when the first promise is due that is not kept or missed yet
  void done(Instant now, Instant next) {
    stale = false;
    at = now;
    due = next;
  }

  /// Whether it is to be forecast: something has changed, or time has gone by; the nearer what is
  /// promised, the less.
  boolean wants(Instant now) {
    if (stale) return true;
    var part = Duration.between(at, due).dividedBy(PARTS);
    var pause = part.compareTo(SOON) < 0 ? SOON : part.compareTo(LATER) > 0 ? LATER : part;
    return !at.plus(pause).isAfter(now);
  }
}
