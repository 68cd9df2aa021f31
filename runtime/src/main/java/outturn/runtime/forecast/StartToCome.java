package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.ahead.Starter;
import outturn.definition.policy.Policy;
import outturn.definition.schedule.Schedule.WhenRunning;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;
import outturn.engine.duration.Sampler;
import outturn.engine.forecast.Standing;
import outturn.engine.forecast.Work;
import outturn.engine.trigger.Wanted;
import outturn.runtime.forecast.learn.Lengths;
import outturn.runtime.project.InForce;

/// A run that a schedule will start.
record StartToCome(Subject subject, Workflow workflow, Starter starter) implements Candidate {
  /// A run on another node is found within a quarter of that.
  static final Duration ARRIVAL = Duration.ofMinutes(1);

  static StartToCome of(InForce.Entry<Workflow> entry, Starter starter, Instant due) {
    var workflow = entry.value();
    var subject =
        new Subject(
            entry.project(),
            entry.name(),
            Optional.empty(),
            starter.schedule().businessDate(due),
            due,
            workflow.timezone());
    return new StartToCome(subject, workflow, starter);
  }

  /// The name of its workflow and of its schedule.
  String schedule() {
    return workflow.name() + "/" + starter.schedule().name();
  }

  /// Whether its run would have been seen by now, on whatever node it began.
  boolean isOverdue(Instant now) {
    return !earliest().plus(ARRIVAL).isAfter(now);
  }

  /// A schedule gives none of its own.
  @Override
  public Map<String, Object> inputs() {
    var inputs = new HashMap<String, Object>();
    for (var each : workflow.inputs()) {
      each.fallback().ifPresent(value -> inputs.put(each.name(), value));
    }
    return inputs;
  }

  @Override
  public int priority() {
    return workflow.about().precedence().priority();
  }

  @Override
  public List<Task> ahead() {
    return workflow.graph().tasks();
  }

  @Override
  public Map<String, Integer> turns() {
    boolean queues = starter.schedule().rules().whenRunning() == WhenRunning.QUEUE;
    return queues ? Map.of(workflow.name(), 1) : Map.of();
  }

  @Override
  public List<Wanted> wants() {
    return workflow.starts().dependsOn().stream()
        .map(each ->
            new Wanted(
                each.workflow(), each.task().orElse(""), each.date().from(subject.businessDate())))
        .toList();
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public Instant earliest() {
    return starter.schedule().start(subject.due());
  }

  @Override
  public Map<String, Work> works(Lengths lengths, List<Policy> policies, Instant now) {
    var samplers = samplers(lengths);
    var works = new HashMap<String, Work>();
    for (var task : workflow.graph().tasks()) {
      var sampler = samplers.getOrDefault(task.name(), Sampler.fixed(Duration.ZERO));
      var held = Governors.held(policies, workflow.name(), task);
      works.put(task.name(), new Work(Standing.WAITING, sampler, held));
    }
    return works;
  }
}
