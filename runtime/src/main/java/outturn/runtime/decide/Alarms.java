package outturn.runtime.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import outturn.engine.decide.Event;

/// What is due soon: timers of runs and due times of schedules. Each is kept once, however often it
/// is set.
final class Alarms {
  private record Alarm(Instant due, Event event) {}

  private final PriorityQueue<Alarm> queue = new PriorityQueue<>(Comparator.comparing(Alarm::due));
  private final Set<Alarm> known = new HashSet<>();

  void set(Instant due, Event event) {
    var alarm = new Alarm(due, event);
    if (known.add(alarm)) queue.add(alarm);
  }

  Optional<Instant> next() {
    return Optional.ofNullable(queue.peek()).map(Alarm::due);
  }

  /// Takes what is due by now, at most so many.
  List<Event> due(Instant now, int most) {
    var events = new ArrayList<Event>();
    for (var alarm = queue.peek();
        alarm != null && !alarm.due().isAfter(now) && events.size() < most;
        alarm = queue.peek()) {
      queue.poll();
      known.remove(alarm);
      events.add(alarm.event());
    }
    return events;
  }

  void clear() {
    queue.clear();
    known.clear();
  }
}
