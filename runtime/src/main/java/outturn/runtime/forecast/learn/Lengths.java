package outturn.runtime.forecast.learn;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Graph;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;
import outturn.engine.duration.Common;
import outturn.engine.duration.Day;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Sampler;
import outturn.engine.duration.Similar;
import outturn.store.forecast.TaskDurations.Learned;

/// How long the tasks of a workflow may take on a date and for some inputs, by what was learned of
/// it.
public final class Lengths {
  private final Learning learning;
  private final Map<Of, OfWorkflow> made = new ConcurrentHashMap<>();

  public Lengths(Learning learning) {
    this.learning = learning;
  }

  /// A workflow as one version of it says, on a date and for some inputs.
  private record Of(Graph graph, LocalDate date, Kind kind) {}

  /// @param until of what it was made of
  private record OfWorkflow(Instant until, Map<String, Sampler> tasks) {}

  /// By task.
  public Map<String, Sampler> of(
      Workflow workflow, Map<String, Object> inputs, LocalDate businessDate) {
    var learned = learning.of(workflow);
    var kind = Kind.of(workflow, inputs, businessDate);
    var of = new Of(workflow.graph(), businessDate, kind);
    var known = made.get(of);
    if (known != null && known.until().equals(learned.until())) return known.tasks();
    // Of a date that has passed nobody asks again.
    made.keySet().removeIf(each -> each.date().isBefore(businessDate.minusDays(7)));
    var tasks = make(workflow, learned, of);
    made.put(of, new OfWorkflow(learned.until(), tasks));
    return tasks;
  }

  private static Map<String, Sampler> make(Workflow workflow, Learned learned, Of of) {
    var share = Common.share(learned.tasks().values());
    var day = new Day(of.date().toEpochDay(), of.kind().number());
    var samplers = new HashMap<String, Sampler>();
    for (var task : workflow.graph().tasks()) {
      var own = of.kind().in(learned.tasks().getOrDefault(task.name(), Durations.EMPTY));
      samplers.put(
          task.name(),
          stated(task)
              .map(Sampler::fixed)
              .orElseGet(
                  () -> Sampler.of(own, similar(workflow, task, learned), day).sharing(share)));
    }
    return Map.copyOf(samplers);
  }

  /// The length of what takes the time that its definition says.
  private static Optional<Duration> stated(Task task) {
    return switch (task.action()) {
      case Action.Wait.For(var length) -> Optional.of(length);
      case Action.Nothing _ -> Optional.of(Duration.ZERO);
      case Action.Run _,
          Action.Sql _,
          Action.Http _,
          Action.Wait.Until _,
          Action.Wait.ForFile _,
          Action.Call _,
          Action.Approval _,
          Action.Collect _ ->
          Optional.empty();
    };
  }

  private static Similar similar(Workflow workflow, Task task, Learned learned) {
    var others =
        workflow.graph().tasks().stream()
            .filter(other -> !other.name().equals(task.name()))
            .filter(other -> other.action().getClass().equals(task.action().getClass()))
            .map(other -> learned.tasks().get(other.name()))
            .filter(Objects::nonNull)
            .toList();
    if (others.isEmpty()) return Similar.NONE;
    return new Similar("tasks of the same kind in " + workflow.name(), others);
  }
}
