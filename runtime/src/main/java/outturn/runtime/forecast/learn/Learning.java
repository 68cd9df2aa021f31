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
import outturn.definition.workflow.Workflow;
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
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Instant> rested = new HashMap<>();
  private final Set<String> ended = new HashSet<>();

  public Learning(TaskDurations rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /// @param workflow as it was when it was last asked for
  private record Known(Workflow workflow, Learned learned) {}

  /// What is known of a workflow; read at the first look.
  Learned of(Workflow workflow) {
    var is =
        known.compute(
            workflow.name(),
            (name, was) ->
                was == null
                    ? learned(workflow, rows.find(name))
                    : new Known(workflow, was.learned()));
    return is.learned();
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
      known.computeIfPresent(workflow, (_, was) -> learned(was.workflow(), was.learned()));
    }
  }

  /// What is known of other workflows is not looked at any more.
  public void keepOnly(Set<String> workflows) {
    known.keySet().retainAll(workflows);
  }

  private Known learned(Workflow workflow, Learned before) {
    var made = rows.since(workflow.name(), before.until(), Kind.telling(workflow));
    if (made.isEmpty()) return new Known(workflow, before);
    var tasks = new HashMap<>(before.tasks());
    var until = before.until();
    for (var each : made) {
      var sample = sample(workflow, each);
      tasks.merge(each.task(), Durations.EMPTY.with(sample), (was, _) -> was.with(sample));
      until = later(until, each.of().ended());
    }
    var after = new Learned(until, tasks);
    rows.keep(workflow.name(), after, clock.instant());
    return new Known(workflow, after);
  }

  private static Sample sample(Workflow workflow, Made made) {
    var of = made.of();
    var kind = Kind.of(workflow, of.inputs(), of.businessDate());
    long day = of.businessDate().toEpochDay();
    return new Sample(day, kind.number(), Math.max(0, made.millis()), made.how());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
