package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Runs that are forecast together, since they may wait for each other.
final class Group {
  /// What has changed first, and of that what is promised first.
  static final Comparator<Group> URGENCY =
      Comparator.<Group, Boolean>comparing(group -> !group.stale)
          .thenComparing(group -> group.due)
          .thenComparing(Group::name);

  private static final long PARTS = 20;
  private static final Duration REST = Duration.ofSeconds(1);
  private static final long RESTS = 20;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofMinutes(10);

  private final List<String> keys;
  private boolean stale = true;
  private Instant due = Instant.EPOCH;
  private Instant rested = Instant.EPOCH;
  private Instant old = Instant.EPOCH;

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

  /// Some of its runs were of another group before: it rests as that did.
  void follow(Group before) {
    if (before.rested.isAfter(rested)) rested = before.rested;
  }

  /// It was forecast. Now it rests, a second at least and twenty times as long as that took: what
  /// changes all the time takes a twentieth of a core, however much there is of it.
  ///
  /// @param next when the first promise is due that is not kept or missed yet
  /// @param took how long it took
  void done(Instant now, Instant next, Duration took) {
    stale = false;
    due = next;
    rested = now.plus(longer(REST, took.multipliedBy(RESTS)));
    var part = Duration.between(now, due).dividedBy(PARTS);
    old = now.plus(part.compareTo(LATER) > 0 ? LATER : longer(SOON, part));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /// From when on it is to be forecast: something has changed, or time will have gone by; the
  /// nearer what is promised, the less.
  Instant wakes() {
    return stale ? rested : old;
  }
}
