package outturn.engine.decide;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Scope;
import outturn.definition.trigger.Source;
import outturn.definition.trigger.Trigger;
import outturn.engine.run.Inputs;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Armed;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Ended;
import outturn.engine.trigger.Fate;

/// The keeper of triggers: makes of each event one run, or keeps it until its join is complete.
///
/// An event comes as a message that is taken by the batch which decides about it, so that both
/// happen once, whatever dies in between.
final class TriggeredRuns {
  private final Batch batch;

  TriggeredRuns(Batch batch) {
    this.batch = batch;
  }

  void applied(Event.TriggersApplied event) {
    var triggers = batch.world.triggers();
    triggers.arm(event.project(), event.triggers());
    triggers.listeners(event.listeners());
    expireOrphans();
  }

  /// Events whose trigger is no more will never be complete.
  private void expireOrphans() {
    var triggers = batch.world.triggers();
    Set<String> gone = new HashSet<>();
    for (var event : triggers.joins().waiting()) {
      boolean joined = triggers.armed(event.trigger()).filter(this::joins).isPresent();
      if (!joined) gone.add(event.trigger());
    }
    for (var name : gone.stream().sorted().toList()) {
      for (var event : triggers.joins().late(name, Duration.ZERO, batch.now)) {
        decided(event, Fate.EXPIRED, Optional.empty(), "the trigger is not in force any more");
      }
    }
  }

  private boolean joins(Armed armed) {
    return armed.trigger().joined();
  }

  /// Takes up the events that were found waiting in rows.
  void resume() {
    expireOrphans();
    var triggers = batch.world.triggers();
    for (var event : triggers.joins().waiting()) {
      triggers.armed(event.trigger()).ifPresent(armed -> expires(armed, event));
    }
  }

  private void expires(Armed armed, Arrived event) {
    if (!(armed.trigger().joining() instanceof Trigger.Joining.Together(var within))) return;
    batch.effect(new Effect.Expire(armed.name(), event.at().plus(within)));
  }

  /// Tells those whose triggers are about it that a run or a task has ended.
  void tell(Run run, String task, String state) {
    var order = run.order();
    var ended = new Ended(order.workflow(), task, run.id(), state, order.businessDate());
    for (int partition : batch.world.triggers().listeners(ended.path())) {
      batch.change(new Change.EndTold(ended, partition));
    }
  }

  void heard(Ended ended, int partition) {
    for (var armed : batch.world.triggers().in(partition)) {
      for (var part : armed.trigger().parts()) {
        if (!(part.source() instanceof Source.Ending ending) || !about(ending, ended)) continue;
        var date = ending.date().from(ended.businessDate());
        arrived(
            armed,
            new Arrived(
                partition,
                armed.name(),
                part.name(),
                ended.key(),
                date,
                ended.values(),
                batch.now));
      }
    }
  }

  private static boolean about(Source.Ending ending, Ended ended) {
    return ending.workflow().equals(ended.workflow())
        && ending.task().orElse("").equals(ended.task())
        && ending.on().stream().anyMatch(end -> end.word().equals(ended.state()));
  }

  void happened(Event.Happened event) {
    var came = event.event();
    var name = came.trigger().substring(came.trigger().indexOf('/') + 1);
    var trigger =
        event.version().workflow(event.workflow()).flatMap(it -> it.starts().trigger(name));
    if (trigger.isEmpty()) {
      decided(came, Fate.REFUSED, Optional.empty(), "there is no such trigger");
    } else {
      arrived(new Armed(event.version(), event.workflow(), trigger.get()), came);
    }
  }

  private void arrived(Armed armed, Arrived event) {
    switch (armed.trigger().joining()) {
      case Trigger.Joining.Each() -> start(armed, List.of(event));
      case Trigger.Joining.Together _ -> join(armed, event);
    }
  }

  private void join(Armed armed, Arrived event) {
    var joins = batch.world.triggers().joins();
    joins.add(event);
    var set = joins.complete(armed.name(), armed.trigger(), event.businessDate());
    if (set.isPresent()) {
      start(armed, set.get());
      return;
    }
    decided(event, Fate.WAITING, Optional.empty(), "");
    expires(armed, event);
  }

  void expired(String trigger) {
    var armed = batch.world.triggers().armed(trigger);
    if (armed.isEmpty()) return;
    if (!(armed.get().trigger().joining() instanceof Trigger.Joining.Together(var within))) return;
    for (var event : batch.world.triggers().joins().late(trigger, within, batch.now)) {
      var reason = "the others of %s did not come within %s".formatted(trigger, within);
      decided(event, Fate.EXPIRED, Optional.empty(), reason);
    }
  }

  /// One run for one event of each part.
  private void start(Armed armed, List<Arrived> events) {
    var workflow = armed.version().workflow(armed.workflow()).orElseThrow();
    try {
      var given = given(armed.trigger(), events);
      switch (Inputs.of(workflow, given)) {
        case Inputs.Refused(var problems) -> refuse(events, String.join("; ", problems));
        case Inputs.Complete(var inputs) -> start(armed, events, inputs);
      }
    } catch (EvaluationFailed failed) {
      refuse(events, failed.reason());
    }
  }

  private void refuse(List<Arrived> events, String why) {
    for (var event : events) decided(event, Fate.REFUSED, Optional.empty(), why);
  }

  private void start(Armed armed, List<Arrived> events, Map<String, Object> inputs) {
    var order =
        new Order(
            armed.workflow(),
            inputs,
            events.getFirst().businessDate(),
            Optional.empty(),
            new Origin.Trigger(armed.name()));
    var run = batch.world.newId(armed.version(), order, batch.now);
    for (var event : events) decided(event, Fate.STARTED, Optional.of(run), "");
    batch.runs.begin(run, armed.version(), order);
  }

  private static Map<String, Object> given(Trigger trigger, List<Arrived> events) {
    var values = new HashMap<String, Object>();
    for (var event : events) {
      var prefix = trigger.joined() ? Scope.identifier(event.part()) + "." : "";
      event
          .values()
          .forEach(
              (name, value) -> values.put("trigger." + prefix + Scope.identifier(name), value));
    }
    var scope = new Scope(values);
    var given = new HashMap<String, Object>();
    trigger.inputs().forEach((name, template) -> given.put(name, template.render(scope)));
    return given;
  }

  private void decided(Arrived event, Fate fate, Optional<RunId> run, String reason) {
    batch.change(new Change.EventDecided(event, fate, run, reason));
  }
}
