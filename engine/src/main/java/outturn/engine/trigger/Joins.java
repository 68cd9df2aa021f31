package outturn.engine.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.trigger.Trigger;

/// The keeper of joined triggers: which events wait for others of the same business date.
public final class Joins {
  private final SortedMap<Key, Gathering> gatherings = new TreeMap<>();

  private record Key(String trigger, LocalDate businessDate) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::trigger)
          .thenComparing(Key::businessDate)
          .compare(this, other);
    }
  }

  /// One more waits.
  public void add(Arrived arrived) {
    gatherings
        .computeIfAbsent(new Key(arrived.trigger(), arrived.businessDate()), _ -> new Gathering())
        .add(arrived);
  }

  /// Takes one event of every part of the trigger, if they are there.
  public Optional<List<Arrived>> complete(String name, Trigger trigger, LocalDate businessDate) {
    var key = new Key(name, businessDate);
    var gathering = gatherings.get(key);
    if (gathering == null) return Optional.empty();
    var set = gathering.complete(trigger);
    if (gathering.isEmpty()) gatherings.remove(key);
    return set;
  }

  /// Takes those of a trigger that have waited so long.
  public List<Arrived> late(String name, Duration within, Instant now) {
    var late =
        gatherings.entrySet().stream()
            .filter(entry -> entry.getKey().trigger().equals(name))
            .flatMap(entry -> entry.getValue().until(now.minus(within)).stream())
            .toList();
    gatherings.values().removeIf(Gathering::isEmpty);
    return late;
  }

  /// All that wait.
  public List<Arrived> waiting() {
    return gatherings.values().stream().flatMap(each -> each.all().stream()).toList();
  }
}
