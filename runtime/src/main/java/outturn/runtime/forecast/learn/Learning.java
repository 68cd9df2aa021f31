package outturn.runtime.forecast.learn;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Sample;
import outturn.store.forecast.TaskDurations;
import outturn.store.forecast.TaskDurations.Learned;
import outturn.store.forecast.TaskDurations.Made;

/// How long the tasks of workflows have taken, kept in memory and as small rows, and learned on
/// when runs have ended, of each workflow once in a while.
public final class Learning {
  private static final Duration REST = Duration.ofSeconds(15);

  private final TaskDurations rows;
  private final InstantSource clock;
  private final Map<String, Learned> known = new ConcurrentHashMap<>();
  private final Map<String, Instant> rested = new HashMap<>();
  private final Set<String> ended = new HashSet<>();

  public Learning(TaskDurations rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /// What is known of a workflow; read at the first look.
  Learned of(String workflow) {
    return known.computeIfAbsent(workflow, name -> learned(name, rows.find(name)));
  }

  /// A run of the workflow has ended: there is something to learn.
  public void ended(String workflow) {
    ended.add(workflow);
  }

  /// Learns of the workflows whose runs have ended.
  public void learn() {
    var now = clock.instant();
    rested.values().removeIf(until -> !until.isAfter(now));
    for (var workflow : List.copyOf(ended)) {
      if (rested.containsKey(workflow)) continue;
      ended.remove(workflow);
      rested.put(workflow, now.plus(REST));
      known.computeIfPresent(workflow, this::learned);
    }
  }

  /// What is known of other workflows is not looked at any more.
  public void keepOnly(Set<String> workflows) {
    known.keySet().retainAll(workflows);
  }

  private Learned learned(String workflow, Learned before) {
    var made = rows.since(workflow, before.until());
    if (made.isEmpty()) return before;
    var tasks = new HashMap<>(before.tasks());
    var until = before.until();
    for (var each : made) {
      tasks.merge(
          each.task(), Durations.EMPTY.with(sample(each)), (was, _) -> was.with(sample(each)));
      until = later(until, each.runEnded());
    }
    var after = new Learned(until, tasks);
    rows.keep(workflow, after, clock.instant());
    return after;
  }

  private static Sample sample(Made made) {
    return new Sample(
        made.businessDate().toEpochDay(),
        DayType.type(made.businessDate()),
        Math.max(0, made.millis()),
        made.how());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
