package outturn.engine.reason;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import outturn.engine.pool.Worth;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;

/// Says of a pool that goes to what is worth most who goes before a task.
final class ByWorth {
  private final Run run;
  private final Surroundings around;
  private final Function<Instant, String> at;

  /// @param at tells a time
  ByWorth(Run run, Surroundings around, Function<Instant, String> at) {
    this.run = run;
    this.around = around;
    this.at = at;
  }

  /// The order of a pool, where it is not that of age.
  String order(TaskRun task, String pool) {
    if (!around.pools().byWorth().containsKey(pool)) return "";
    var first = first(task, pool);
    return "; of those who wait with the same priority, what loses most by waiting goes first"
        + (first.isEmpty() ? "" : ": " + first);
  }

  /// Who goes before a task by worth, where somebody does, and what both are worth.
  String first(TaskRun task, String pool) {
    int priority = run.priority(task.task());
    var all =
        around.pools().byWorth().getOrDefault(pool, List.of()).stream()
            .filter(each -> each.priority() == priority)
            .toList();
    var own = all.stream().filter(each -> isOf(each, task)).findFirst();
    var first =
        all.stream()
            .filter(each -> !each.run().equals(run.id()))
            .filter(each -> own.map(mine -> each.isBefore(mine, around.now())).orElse(true))
            .reduce((one, other) -> other.isBefore(one, around.now()) ? other : one);
    return first
        .map(each ->
            "%s of %s (%s) goes before it (%s), and %s"
                .formatted(
                    each.task(),
                    each.run(),
                    each.workflow(),
                    worth(each.worth()),
                    own.map(mine -> "this run is less urgent (%s)".formatted(worth(mine.worth())))
                        .orElse("what this run's lateness costs is not known")))
        .orElse("");
  }

  private boolean isOf(Contender contender, TaskRun task) {
    return contender.run().equals(run.id()) && contender.task().equals(task.name());
  }

  private String worth(Worth worth) {
    return "due at %s, %s %s for each hour late, %s of work left"
        .formatted(
            at.apply(worth.due()), worth.unit(), Math.round(worth.perHour()), length(worth.work()));
  }

  private static String length(Duration length) {
    long minutes = Math.round(length.toSeconds() / 60.0);
    return minutes < 2 ? length.toSeconds() + " s" : minutes + " min";
  }
}
