package outturn.runtime.forecast;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/// Which groups are to be forecast, and in which order: each rests until it wakes, and then waits
/// for its turn.
final class Agenda {
  private final TreeSet<Group> resting =
      new TreeSet<>(Comparator.comparing(Group::wakes).thenComparing(Group::name));
  private final TreeSet<Group> waiting = new TreeSet<>(Group.URGENCY);

  void add(Group group) {
    resting.add(group);
  }

  void remove(Group group) {
    resting.remove(group);
    waiting.remove(group);
  }

  /// What its place depends on changes meanwhile.
  void change(Group group, Runnable how) {
    remove(group);
    how.run();
    add(group);
  }

  /// The most urgent of those that have woken.
  Optional<Group> next(Instant now) {
    while (!resting.isEmpty() && !resting.first().wakes().isAfter(now)) {
      waiting.add(resting.removeFirst());
    }
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first());
  }
}
