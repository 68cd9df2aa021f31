package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import outturn.definition.ahead.RunTimes;
import outturn.definition.ahead.Window;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.project.InForce;

/// The runs that schedules will start in the hours to come.
final class Plan {
  private static final Duration FORWARD = Duration.ofHours(24);
  private static final int MOST_OF_EACH = 3;
  private static final int MOST = 5_000;

  private final InForce inForce;
  private final Ahead ahead;

  Plan(InForce inForce, Ahead ahead) {
    this.inForce = inForce;
    this.ahead = ahead;
  }

  /// Of the workflows of a circle, the next few of each.
  List<StartToCome> starts(Circle circle, Instant now) {
    var starters = circle.all().stream().flatMap(name -> ahead.starters(name).stream()).toList();
    var starts = new ArrayList<StartToCome>();
    for (var starter : starters) {
      var one = List.of(starter);
      RunTimes.of(one, new Window(now.plusNanos(1), now.plus(FORWARD)), MOST)
          .orElse(List.of())
          .stream()
          .limit(MOST_OF_EACH)
          .forEach(start ->
              inForce
                  .workflow(starter.workflow())
                  .map(entry -> StartToCome.of(entry, starter, start.due()))
                  .ifPresent(starts::add));
    }
    var each = new HashMap<String, StartToCome>();
    starts.forEach(start -> each.putIfAbsent(start.key(), start));
    return List.copyOf(each.values());
  }
}
