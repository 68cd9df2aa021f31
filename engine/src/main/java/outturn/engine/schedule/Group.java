package outturn.engine.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;

/// Runs that take turns: those that run, and those that wait.
final class Group {
  /// So long a wait is worth one step of priority.
  private static final Duration STEP = Duration.ofMinutes(10);

  private final Set<RunId> running = new LinkedHashSet<>();
  private final TreeSet<Turns.Place> waiting = new TreeSet<>();
  private final Map<RunId, Turns.Place> places = new HashMap<>();
  private final Map<Integer, Instant> served = new HashMap<>();

  Set<RunId> running() {
    return running;
  }

  Collection<Turns.Place> waiting() {
    return waiting;
  }

  void add(Turns.Place place) {
    waiting.add(place);
    places.put(place.run(), place);
  }

  void remove(Run run) {
    running.remove(run.id());
    var place = places.remove(run.id());
    if (place != null) waiting.remove(place);
  }

  boolean isEmpty() {
    return running.isEmpty() && waiting.isEmpty();
  }

  /// One of this priority begins.
  void served(Run run, Instant now) {
    served.put(run.priority(), now);
  }

  /// Those that wait, in the order in which they are to be looked at: a priority of which none has
  /// begun for ten minutes for each step below the highest that waits comes first.
  Collection<Turns.Place> inOrder(Instant now) {
    if (waiting.isEmpty()) return waiting;
    int highest = waiting.first().priority();
    if (waiting.last().priority() == highest) return waiting;
    for (int priority = 1; priority < highest; priority++) {
      var first = first(priority);
      if (first != null && isOverdue(first, highest, now)) {
        var order = new ArrayList<Turns.Place>(Collections.singleton(first));
        order.addAll(waiting);
        return order;
      }
    }
    return waiting;
  }

  private Turns.@Nullable Place first(int priority) {
    var from = new Turns.Place(new RunId(0), priority, Instant.MIN, Map.of());
    var place = waiting.ceiling(from);
    return place == null || place.priority() != priority ? null : place;
  }

  private boolean isOverdue(Turns.Place place, int highest, Instant now) {
    var last = served.getOrDefault(place.priority(), Instant.MIN);
    var idle = last.isAfter(place.since()) ? last : place.since();
    return !idle.plus(STEP.multipliedBy(highest - place.priority())).isAfter(now);
  }
}
