package outturn.testkit;

import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import outturn.definition.policy.Policy;
import outturn.engine.WorkflowSketch;
import outturn.engine.decide.Change;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.pool.Lane;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Version;
import outturn.engine.trigger.Armed;
import outturn.runtime.decide.Decisions;
import outturn.runtime.decide.Effects;
import outturn.runtime.decide.Inbox;
import outturn.runtime.decide.Memory;
import outturn.runtime.decide.NewRun;
import outturn.runtime.decide.Post;
import outturn.runtime.decide.RollCall;
import outturn.runtime.disk.FreeDisk;
import outturn.runtime.event.FileWaits;
import outturn.runtime.lease.Lease;
import outturn.runtime.live.RunWatch;
import outturn.runtime.project.Definitions;
import outturn.runtime.work.Worker;
import outturn.testkit.database.Line;
import outturn.testkit.database.SimulatedDatabase;

/// A node whose loops a test steps one by one, with one workflow of one task that never ends.
final class PlainNode {
  private static final Version VERSION = WorkflowSketch.version(workflow("load", task("extract")));

  final Lease lease;
  final Decisions decisions;

  /// What the worker was given: the lapses before each attempt was decided, by its token.
  final Map<Long, Long> lapses = new TreeMap<>();

  private final Inbox inbox = new Inbox();

  PlainNode(String name, SimulatedDatabase database, Line.Weather weather, LongSupplier now) {
    InstantSource clock = () -> Simulation.START.plusNanos(now.getAsLong());
    var line = new Line(database, database.nodes().named(name, Lease.WORKER), weather);
    var worker = new Endless();
    this.lease = new Lease(line.nodes(), "test", Lease.WORKER, now);
    var memory =
        new Memory(
            line.nodes(),
            line.truth(),
            new OneVersion(),
            new Memory.Allowance(Map.of(Lane.PROCESS, 1), () -> false),
            new Memory.Chance(clock, new Random(1)));
    var post = new Post(line.mailbox(), memory, worker, lease);
    var rollCall = new RollCall(line.truth(), line.nodes(), worker, lease, inbox);
    var files = new FileWaits(_ -> List.of(), inbox::tell, () -> false, clock);
    var effects = new Effects(worker, new RunWatch(), rollCall, new FreeDisk(() -> 1, 0), files);
    this.decisions = new Decisions(lease, inbox, memory, line.journal(), effects, post, clock);
  }

  static SimulatedDatabase database(LongSupplier now) {
    return new SimulatedDatabase(() -> Simulation.START.plusNanos(now.getAsLong()), new Nobody());
  }

  void order() {
    var order =
        new Order(
            "load", Map.of(), LocalDate.of(2026, 3, 2), Optional.empty(), new Origin.User("ada"));
    var _ = inbox.order(List.of(new NewRun(VERSION, order, Optional.empty())));
  }

  /// Keeps what it is given.
  private final class Endless implements Worker {
    @Override
    public void make(Effect.Dispatch dispatch, long before) {
      lapses.put(dispatch.token(), before);
    }

    @Override
    public void stop(long token, Effect.Urgency urgency) {}

    @Override
    public boolean has(long token) {
      return lapses.containsKey(token);
    }

    @Override
    public void settled(long token) {}

    @Override
    public boolean mayHaveStarted(long token) {
      return false;
    }
  }

  private static final class OneVersion implements Definitions {
    @Override
    public List<String> projects() {
      return List.of("project");
    }

    @Override
    public Map<String, Integer> pools(String project) {
      return Map.of();
    }

    @Override
    public Map<Long, Event.Scheduled> schedules(String project) {
      return Map.of();
    }

    @Override
    public List<Armed> triggers(String project) {
      return List.of();
    }

    @Override
    public Map<String, List<Policy>> policies() {
      return Map.of();
    }

    @Override
    public long newest() {
      return 1;
    }

    @Override
    public Version version(long id) {
      return VERSION;
    }
  }

  private static final class Nobody implements SimulatedDatabase.Commits {
    @Override
    public void committing(List<Change> changes) {}

    @Override
    public void committed(List<Change> changes) {}
  }
}
