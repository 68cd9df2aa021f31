package outturn.http.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.definition.precedence.Priority;
import outturn.engine.pool.Lane;
import outturn.engine.reason.Holder;
import outturn.engine.reason.Reason;
import outturn.engine.reason.Reasons;
import outturn.engine.reason.Rival;
import outturn.engine.reason.Surroundings;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Rebuild;
import outturn.engine.run.Rows;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.Turn;
import outturn.engine.schedule.Turns;
import outturn.engine.trigger.Waiting;
import outturn.runtime.disk.FreeDisk;
import outturn.runtime.hold.Hold;
import outturn.runtime.project.InForce;
import outturn.runtime.stake.WorthsForeseen;
import outturn.store.project.ProjectReader;
import outturn.store.run.RunEntry;
import outturn.store.run.RunFilter;
import outturn.store.run.RunReader;
import outturn.store.run.WholeRun;

/// Looks at a run from all sides: its rows, the state that follows from them, and why it is not
/// over.
public final class RunLook {
  private static final int MOST_AHEAD = 20;

  private final RunReader runs;
  private final InForce inForce;
  private final PoolLook pools;
  private final FreeDisk disk;
  private final Hold hold;
  private final InstantSource clock;

  public RunLook(
      RunReader runs,
      InForce inForce,
      ProjectReader projects,
      WorthsForeseen worths,
      FreeDisk disk,
      Hold hold,
      InstantSource clock) {
    this.disk = disk;
    this.runs = runs;
    this.inForce = inForce;
    this.pools = new PoolLook(runs, inForce, projects, worths);
    this.hold = hold;
    this.clock = clock;
  }

  public PoolLook pools() {
    return pools;
  }

  /// What is seen of a run at a time.
  public record Seen(
      WholeRun rows, Run run, List<RunEntry> children, List<Reason> reasons, Instant at) {}

  public Optional<Seen> at(RunId id) {
    return runs.run(id).map(this::seen);
  }

  private Seen seen(WholeRun rows) {
    var now = clock.instant();
    var row = rows.run().row();
    var run = Rebuild.run(row, inForce.version(row.version()), rows.attempts(), rows.marks());
    var children = runs.children(row.id());
    var reasons =
        row.state().ended() ? List.<Reason>of() : reasons(run, around(rows, run, children, now));
    return new Seen(rows, run, children, reasons, now);
  }

  private List<Reason> reasons(Run run, Surroundings around) {
    var reasons = new ArrayList<Reason>();
    var held = hold.since();
    held.ifPresent(since -> reasons.add(Reasons.held(since)));
    for (var reason : Reasons.of(run, around)) {
      // There are no slots in a copy that is held, which is said already.
      if (held.isEmpty() || reason.kind() != Reason.Kind.SLOT) reasons.add(reason);
    }
    return List.copyOf(reasons);
  }

  private Surroundings around(WholeRun rows, Run run, List<RunEntry> children, Instant now) {
    Map<AttemptId, Instant> began = new HashMap<>();
    for (var attempt : rows.attempts()) {
      if (attempt.state() != AttemptState.RUNNING) continue;
      began.put(attempt.id(), attempt.times().started().orElse(attempt.times().created()));
    }
    Map<AttemptId, RunId> called = new HashMap<>();
    for (var child : children) {
      if (child.row().order().origin() instanceof Origin.Parent(var attempt)) {
        called.put(attempt, child.row().id());
      }
    }
    return new Surroundings(
        now,
        pools.of(rows.run().project(), run, now),
        new Surroundings.Others(ahead(run), rivals(run), open(run)),
        began,
        called,
        disk.shortage());
  }

  /// What it waits for of other workflows and is not there; only a run that waits asks.
  private List<Waiting.Need> open(Run run) {
    return run.state() == RunState.WAITING ? runs.open(run.id()) : List.of();
  }

  /// Live runs that are more urgent than something of this one that may wait for a slot.
  private List<Rival> rivals(Run run) {
    var least =
        run.tasks().stream()
            .filter(task -> !task.state().ended() && Lane.of(task.task().action()).isPresent())
            .mapToInt(task -> run.priority(task.task()))
            .min();
    if (run.state() != RunState.RUNNING || least.orElse(Priority.HIGHEST) == Priority.HIGHEST) {
      return List.of();
    }
    var live = RunFilter.ALL.states(RunState.RUNNING);
    return runs.newest(live, Optional.empty(), RunReader.MOST).stream()
        .map(RunEntry::row)
        .filter(row -> !row.id().equals(run.id()))
        .map(row -> new Rival(row.id(), row.order().workflow(), priority(row)))
        .filter(rival -> rival.priority() > least.getAsInt())
        .sorted(Comparator.comparingInt(Rival::priority).reversed())
        .limit(MOST_AHEAD)
        .toList();
  }

  private int priority(Rows.RunRow row) {
    var workflow = inForce.version(row.version()).workflow(row.order().workflow());
    return row.order()
        .terms()
        .priority()
        .or(() -> workflow.map(each -> each.about().precedence().priority()))
        .orElse(Priority.USUAL);
  }

  /// Those that run, or wait longer, in a group in which the run takes its turn; only a run that
  /// waits for its turn asks.
  private List<Holder> ahead(Run run) {
    if (run.state() != RunState.WAITING) return List.of();
    var groups = Turns.groupsOf(run);
    var turns = run.order().terms().turns().keySet();
    var live =
        RunFilter.ALL.workflow(run.order().workflow()).states(RunState.RUNNING, RunState.WAITING);
    return runs.newest(live, Optional.empty(), RunReader.MOST).stream()
        .map(RunEntry::row)
        .filter(row -> row.state() == RunState.RUNNING || row.id().compareTo(run.id()) < 0)
        .filter(row ->
            !row.id().equals(run.id()) && shares(row.order(), turns.isEmpty() ? groups : turns))
        .limit(MOST_AHEAD)
        .map(row ->
            new Holder(
                row.id(),
                row.order().workflow(),
                1,
                row.times().started().orElse(row.times().created())))
        .toList()
        .reversed();
  }

  private static boolean shares(Order other, Set<String> groups) {
    return groups.stream().anyMatch(other.terms().turns()::containsKey)
        || (groups.contains(other.workflow()) && Turn.counts(other));
  }
}
