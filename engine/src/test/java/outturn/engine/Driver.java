package outturn.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import outturn.definition.schedule.Schedule;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.decide.Decided;
import outturn.engine.decide.Decider;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.decide.Timer;
import outturn.engine.decide.World;
import outturn.engine.pool.Capacity;
import outturn.engine.pool.Lane;
import outturn.engine.run.Inputs;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Rebuild;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunIds;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;
import outturn.engine.run.Version;
import outturn.engine.verb.Verb;
import outturn.engine.verb.Verdict;

/// A node without threads or a database: decides, writes to a [Ledger], keeps what was dispatched
/// and what is to be woken, on a clock that only the test moves.
public final class Driver {
  public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final long WORKER = 1;

  private final Version version;
  private final Map<Lane, Integer> slots = new HashMap<>();
  private final Map<String, Integer> pools = new LinkedHashMap<>();
  private final Map<Long, Version> versions = new HashMap<>();
  private final Map<Long, Event.Scheduled> schedules = new LinkedHashMap<>();
  private final Ledger ledger = new Ledger();
  private final Map<Long, Effect.Dispatch> running = new LinkedHashMap<>();
  private final List<Effect.Dispatch> dispatched = new ArrayList<>();
  private final List<Effect.Stop> stops = new ArrayList<>();
  private final List<Effect.StaleReport> stale = new ArrayList<>();
  private final Alarms alarms = new Alarms();
  private final Random random = new Random(7);
  private final EventDesk events;
  private int mostChanges = World.MOST_CHANGES;
  private Instant now = START;
  private World world;
  private Decided last = new Decided();

  public Driver(WorkflowSketch... workflows) {
    this(WorkflowSketch.version(workflows));
  }

  public Driver(Version version) {
    this.version = version;
    versions.put(version.id(), version);
    for (var lane : Lane.values()) slots.put(lane, 1000);
    this.world = empty();
    this.events = new EventDesk(this, version);
  }

  private World empty() {
    var newest =
        ledger.runs().stream()
            .map(row -> row.id())
            .max(Comparator.naturalOrder())
            .orElse(new RunId(0));
    var capacity = new Capacity(slots);
    pools.forEach(capacity::size);
    return World.empty(capacity, new RunIds(newest), random, WORKER, now, mostChanges);
  }

  public Driver slots(Lane lane, int size) {
    slots.put(lane, size);
    world = empty();
    return this;
  }

  /// So many changes fill a batch.
  public Driver mostChanges(int most) {
    mostChanges = most;
    world = empty();
    return this;
  }

  public Driver pool(String pool, int size) {
    pools.put(pool, size);
    world.capacity().size(pool, size);
    return this;
  }

  public Instant now() {
    return now;
  }

  public void clock(Instant time) {
    now = time;
  }

  public World world() {
    return world;
  }

  /// What happens to triggers here.
  public EventDesk events() {
    return events;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Decided decide(Event... events) {
    return decide(List.of(events));
  }

  public Decided decide(List<Event> events) {
    last = Decider.decide(world, events, now);
    take(last);
    return last;
  }

  private void take(Decided decided) {
    ledger.apply(decided.changes());
    for (var effect : decided.effects()) {
      switch (effect) {
        case Effect.Dispatch dispatch -> {
          dispatched.add(dispatch);
          running.put(dispatch.token(), dispatch);
        }
        case Effect.Stop stop -> stops.add(stop);
        case Effect.Wake(var timer, var due) -> alarms.wake(timer, due);
        case Effect.LookAt(var schedule, var due) -> alarms.look(schedule, due);
        case Effect.StaleReport report -> stale.add(report);
        case Effect.Expire expire -> events.expires(expire);
        case Effect.PoliciesTurn(var due) -> alarms.turn(due);
        case Effect.LookForFile look -> alarms.seek(look);
        case Effect.LookNoMore(var token) -> alarms.seekNoMore(token);
        case Effect.Answer _, Effect.Changed _, Effect.LookForNeeds _ -> {}
      }
    }
  }

  public RunId start(String workflow) {
    return start(workflow, Map.of());
  }

  public RunId start(String workflow, Map<String, Object> given) {
    var id = world.ids().next(now);
    decide(starting(id, workflow, given, Optional.empty()));
    return id;
  }

  public Event.Start starting(
      RunId id, String workflow, Map<String, Object> given, Optional<Event.Key> key) {
    var definition = version.workflow(workflow).orElseThrow();
    var inputs = ((Inputs.Complete) Inputs.of(definition, given)).values();
    var date = LocalDate.ofInstant(now, WorkflowSketch.ZONE);
    var order = new Order(workflow, inputs, date, Optional.empty(), new Origin.User("ada"));
    return new Event.Start(id, version, order, key);
  }

  public void succeeds(RunId run, String task) {
    succeeds(run, task, Map.of());
  }

  public void succeeds(RunId run, String task, Map<String, Object> outputs) {
    report(dispatch(run, task, 0), new Event.Report.Succeeded(outputs));
  }

  public void succeeds(RunId run, String task, int item, Map<String, Object> outputs) {
    report(dispatch(run, task, item), new Event.Report.Succeeded(outputs));
  }

  public void fails(RunId run, String task) {
    fails(run, task, 0, Failure.of(FailureKind.EXIT, "broke"));
  }

  public void fails(RunId run, String task, int item, Failure failure) {
    report(dispatch(run, task, item), new Event.Report.Failed(failure));
  }

  public void loses(RunId run, String task) {
    report(dispatch(run, task, 0), new Event.Report.Lost());
  }

  public void stopped(RunId run, String task) {
    report(dispatch(run, task, 0), new Event.Report.Cancelled());
  }

  public void report(Effect.Dispatch dispatch, Event.Report report) {
    running.remove(dispatch.token());
    decide(new Event.Reported(dispatch.attempt(), dispatch.token(), report));
  }

  /// The worker is done with it; the test hands the report in itself.
  public void ended(long token) {
    running.remove(token);
  }

  public void cancel(RunId run) {
    decide(new Event.Cancel(run, "ada"));
  }

  /// An operator's command about the run, and what came of it.
  public Verdict operate(RunId run, Verb verb) {
    return Operator.operate(this, run, Optional.empty(), verb);
  }

  /// The event of such a command.
  public Event operating(RunId run, Verb verb) {
    return Operator.operating(this, run, Optional.empty(), verb);
  }

  public Verdict operate(RunId run, String task, Verb verb) {
    return Operator.operate(this, run, Optional.of(task), verb);
  }

  public Event.Applied applying(Map<Long, Event.Scheduled> all) {
    schedules.clear();
    schedules.putAll(all);
    all.values().forEach(each -> versions.put(each.version().id(), each.version()));
    return new Event.Applied("project", all, pools, Set.of());
  }

  public void schedules(String workflow, Schedule schedule) {
    decide(applying(Map.of(1L, new Event.Scheduled(version, workflow, schedule, now))));
  }

  /// Moves the clock, and stops on the way wherever something is due.
  public void passes(Duration time) {
    var until = now.plus(time);
    for (var due = nextDue(); due.isPresent() && !due.get().isAfter(until); due = nextDue()) {
      if (due.get().isAfter(now)) now = due.get();
      decide(takeDue());
    }
    now = until;
  }

  /// When something is due next, be it a timer or a schedule.
  public Optional<Instant> nextDue() {
    return Stream.concat(alarms.dues(), events.expiries().values().stream())
        .min(Comparator.naturalOrder());
  }

  /// The events of all that is due by now; each is given once.
  public List<Event> takeDue() {
    var due = alarms.take(now);
    due.addAll(events.takeExpired());
    return due;
  }

  /// The node decides and dies before the commit: nothing has happened, and it comes back.
  public void crashesBeforeCommit(List<Event> events) {
    Decider.decide(world, events, now);
    restarts();
  }

  /// The node commits and dies before it releases the effects, and comes back.
  public void crashesAfterCommit(List<Event> events) {
    ledger.apply(Decider.decide(world, events, now).changes());
    restarts();
  }

  /// The node comes back: memory is made anew from rows, and what was never sent is sent now.
  public void restarts() {
    world = empty();
    alarms.restore(ledger.timers());
    events.restore();
    for (var row : ledger.runningAttempts()) {
      if (row.by().worker() == WORKER) {
        running.computeIfAbsent(row.by().token(), _ -> sentAgain(row));
      }
    }
    last = Decider.resume(world, ledger.liveRuns().stream().map(this::rebuilt).toList(), now);
    take(last);
    schedules.replaceAll((id, scheduled) ->
        scheduled.lookedUntil(ledger.lookedUntil(id).orElse(scheduled.lookedUntil())));
    decide(applying(Map.copyOf(schedules)));
  }

  private Effect.Dispatch sentAgain(AttemptRow row) {
    var run = rebuilt(ledger.run(row.id().run()));
    var task = run.task(row.id().task());
    return new Effect.Dispatch(
        row.id(), row.by().token(), run.version(), task.task(), run.scope(task, row.id().item()));
  }

  public Run rebuilt(RunRow row) {
    return Rebuild.run(
        row, versions.get(row.version()), ledger.attempts(row.id()), ledger.marks(row.id()));
  }

  /// The run as it is in memory, or from its rows when it has ended.
  public Run run(RunId id) {
    return world.run(id).orElseGet(() -> rebuilt(ledger.run(id)));
  }

  public RunState state(RunId run) {
    return ledger.run(run).state();
  }

  public UnitState state(RunId run, String task) {
    return run(run).task(task).state();
  }

  public UnitState state(RunId run, String task, int item) {
    return run(run).task(task).unit(item).state();
  }

  /// The attempt that a worker has in hand.
  public Effect.Dispatch dispatch(RunId run, String task, int item) {
    return running.values().stream()
        .filter(each -> each.attempt().run().equals(run))
        .filter(each -> each.attempt().task().equals(task) && each.attempt().item() == item)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "%s/%d is not being made; these are: %s".formatted(task, item, running(run))));
  }

  /// The tasks of a run that workers have in hand, in the order in which they got them.
  public List<String> running(RunId run) {
    return running.values().stream()
        .filter(each -> each.attempt().run().equals(run))
        .map(each -> each.attempt().task())
        .toList();
  }

  public List<Integer> runningItems(RunId run) {
    return running.values().stream()
        .filter(each -> each.attempt().run().equals(run))
        .map(each -> each.attempt().item())
        .toList();
  }

  public List<Effect.Dispatch> running() {
    return List.copyOf(running.values());
  }

  public List<Effect.Dispatch> dispatched() {
    return List.copyOf(dispatched);
  }

  public List<Effect.Stop> stops() {
    return List.copyOf(stops);
  }

  public List<Effect.LookForFile> looks() {
    return alarms.sought();
  }

  public List<Effect.StaleReport> stale() {
    return List.copyOf(stale);
  }

  public Map<Timer, Instant> wakes() {
    return alarms.wakes();
  }

  /// The runs of a workflow, oldest first.
  public List<RunId> runs(String workflow) {
    return ledger.runs().stream()
        .filter(row -> row.order().workflow().equals(workflow))
        .map(row -> row.id())
        .toList();
  }

  /// The child that an attempt of a `call` task made last.
  public RunId child(RunId parent, String task) {
    return ledger.runs().reversed().stream()
        .filter(row ->
            row.order().origin() instanceof Origin.Parent(var attempt)
                && attempt.run().equals(parent)
                && attempt.task().equals(task))
        .findFirst()
        .orElseThrow()
        .id();
  }

  public Decided last() {
    return last;
  }
}
