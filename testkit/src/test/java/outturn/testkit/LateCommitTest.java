package outturn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outturn.engine.WorkflowSketch;
import outturn.engine.decide.Change;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.pool.Lane;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Version;
import outturn.runtime.decide.Decisions;
import outturn.runtime.decide.Effects;
import outturn.runtime.decide.Inbox;
import outturn.runtime.decide.Memory;
import outturn.runtime.decide.NewRun;
import outturn.runtime.decide.Post;
import outturn.runtime.decide.RollCall;
import outturn.runtime.disk.FreeDisk;
import outturn.runtime.lease.Lease;
import outturn.runtime.live.RunWatch;
import outturn.runtime.project.Definitions;
import outturn.runtime.work.Worker;
import outturn.testkit.database.Line;
import outturn.testkit.database.SimulatedDatabase;

/// A commit whose answer comes so late that the worker's lease has lapsed meanwhile: others may
/// have taken its attempts for lost, so that the worker has to know that they were decided before.
class LateCommitTest {
  private static final Version VERSION = WorkflowSketch.version(workflow("load", task("extract")));
  private static final long LONG = Lease.WORKER.plus(Duration.ofSeconds(10)).toNanos();

  private long now;
  private boolean late;
  private final SimulatedDatabase database = new SimulatedDatabase(this::wallClock, new Nobody());
  private final Line line =
      new Line(database, database.nodes().named("host", Lease.WORKER), new LateAnswers());
  private final Lease lease = new Lease(line.nodes(), "test", Lease.WORKER, () -> now);
  private final Inbox inbox = new Inbox();
  private final Told worker = new Told();
  private final Decisions decisions = decisions();

  private Instant wallClock() {
    return Simulation.START.plusNanos(now);
  }

  private Decisions decisions() {
    var memory =
        new Memory(
            line.nodes(),
            line.truth(),
            new OneVersion(),
            new Memory.Allowance(Map.of(Lane.PROCESS, 1), () -> false),
            new Memory.Chance(this::wallClock, new Random(1)));
    var post = new Post(line.mailbox(), memory, worker, lease);
    var rollCall = new RollCall(line.truth(), line.nodes(), worker, lease, inbox);
    var effects = new Effects(worker, new RunWatch(), rollCall, new FreeDisk(() -> 1, 0));
    return new Decisions(lease, inbox, memory, line.journal(), effects, post, this::wallClock);
  }

  @Test
  void whatWasDecidedBeforeTheLapseIsMarkedAsSuch() {
    assertThat(lease.renew()).isTrue();
    decisions.pass();
    order();

    late = true;
    decisions.pass();

    assertThat(lease.lapses()).isEqualTo(1);
    assertThat(worker.lapses).containsExactly(0L);
  }

  @Test
  void aCommitInGoodTimeIsNotMarked() {
    assertThat(lease.renew()).isTrue();
    decisions.pass();
    order();

    decisions.pass();

    assertThat(worker.lapses).containsExactly(lease.lapses());
  }

  private void order() {
    var order =
        new Order(
            "load", Map.of(), LocalDate.of(2026, 3, 2), Optional.empty(), new Origin.User("ada"));
    var _ = inbox.order(List.of(new NewRun(VERSION, order, Optional.empty())));
  }

  /// The whole node stands still when a commit has been made, and its lease loop wakes first.
  private final class LateAnswers implements Line.Weather {
    private String asked = "";

    @Override
    public void before(String what) {
      asked = what;
    }

    @Override
    public void after() {
      if (!late || !asked.equals("commit")) return;
      late = false;
      now += LONG;
      lease.renew();
      lease.renew();
    }
  }

  /// Keeps what it is given.
  private static final class Told implements Worker {
    private final List<Long> lapses = new ArrayList<>();

    @Override
    public void make(Effect.Dispatch dispatch, long lapses) {
      this.lapses.add(lapses);
    }

    @Override
    public void stop(long token, Effect.Urgency urgency) {}

    @Override
    public boolean has(long token) {
      return false;
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
