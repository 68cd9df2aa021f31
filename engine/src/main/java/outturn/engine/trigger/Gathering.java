package outturn.engine.trigger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.trigger.Trigger;

/// The events of one joined trigger for one business date that wait for each other.
final class Gathering {
  private final SortedMap<String, Deque<Arrived>> waiting = new TreeMap<>();

  void add(Arrived arrived) {
    waiting.computeIfAbsent(arrived.part(), _ -> new ArrayDeque<>()).add(arrived);
  }

  /// One event of every part, the oldest of each; empty while one is missing.
  Optional<List<Arrived>> complete(Trigger trigger) {
    var set = new ArrayList<Arrived>();
    for (var part : trigger.parts()) {
      var events = waiting.get(part.name());
      if (events == null) return Optional.empty();
      set.add(events.getFirst());
    }
    for (var part : trigger.parts()) take(part.name());
    return Optional.of(set);
  }

  private void take(String part) {
    var events = waiting.get(part);
    if (events == null) return;
    events.removeFirst();
    if (events.isEmpty()) waiting.remove(part);
  }

  /// Takes those out that came at this time or before.
  List<Arrived> until(Instant time) {
    var late = new ArrayList<Arrived>();
    for (var events : waiting.values()) {
      events.removeIf(arrived -> !arrived.at().isAfter(time) && late.add(arrived));
    }
    waiting.values().removeIf(Deque::isEmpty);
    return late;
  }

  List<Arrived> all() {
    return waiting.values().stream().flatMap(Deque::stream).toList();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
