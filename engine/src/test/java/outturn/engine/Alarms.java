package outturn.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.decide.Timer;

/// When the timers of a [Driver] are due, its schedules are to be looked at, and policies turn; and
/// which files it looks for.
final class Alarms {
  private final Map<Timer, Instant> wakes = new LinkedHashMap<>();
  private final Map<Long, Instant> looks = new LinkedHashMap<>();
  private final TreeSet<Instant> turns = new TreeSet<>();
  private final Map<Long, Effect.LookForFile> sought = new LinkedHashMap<>();

  void wake(Timer timer, Instant due) {
    wakes.put(timer, due);
  }

  void look(long schedule, Instant due) {
    looks.put(schedule, due);
  }

  void turn(Instant due) {
    turns.add(due);
  }

  void seek(Effect.LookForFile look) {
    sought.put(look.token(), look);
  }

  void seekNoMore(long token) {
    sought.remove(token);
  }

  /// The files that are looked for.
  List<Effect.LookForFile> sought() {
    return List.copyOf(sought.values());
  }

  Map<Timer, Instant> wakes() {
    return Map.copyOf(wakes);
  }

  /// When anything is due.
  Stream<Instant> dues() {
    return Stream.of(wakes.values(), looks.values(), turns).flatMap(Collection::stream);
  }

  /// The events of all that is due by now; each is given once.
  List<Event> take(Instant now) {
    var events = new ArrayList<Event>();
    wakes.forEach((timer, due) -> {
      if (!due.isAfter(now)) events.add(new Event.Woken(timer));
    });
    looks.forEach((schedule, due) -> {
      if (!due.isAfter(now)) events.add(new Event.Due(schedule));
    });
    if (turns.removeIf(due -> !due.isAfter(now))) events.add(new Event.PoliciesTurned());
    wakes.values().removeIf(due -> !due.isAfter(now));
    looks.values().removeIf(due -> !due.isAfter(now));
    return events;
  }

  /// The node comes back: its timers are those of the rows.
  void restore(Map<Timer, Instant> timers) {
    wakes.clear();
    looks.clear();
    turns.clear();
    sought.clear();
    wakes.putAll(timers);
  }
}
