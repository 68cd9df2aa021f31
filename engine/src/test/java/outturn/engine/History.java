package outturn.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import outturn.definition.policy.Policy;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.definition.workflow.Workflow;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.pool.Lane;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Mark;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;
import outturn.engine.run.Version;
import outturn.engine.verb.Command;
import outturn.engine.verb.Verb;

/// What happens to a node by chance: starts, reports, losses, cancels, clock steps, crashes.
final class History {
  private static final int ROUNDS = 50_000;

  private final Random random;
  private final RandomWorkflows choice;
  private final Driver node;
  private final Version version;
  private final List<String> workflows;
  private final Invariants invariants;
  private final Set<Long> stopAsked = new HashSet<>();

  History(long seed) {
    random = new Random(seed);
    choice = new RandomWorkflows(random);
    version = choice.version();
    workflows = version.workflows().keySet().stream().sorted().toList();
    node = new Driver(version).slots(Lane.PROCESS, 3).slots(Lane.NETWORK, 2).slots(Lane.INSTANT, 4);
    node.mostChanges(choice.any(1, 5, 2000)).pool("red", 2).pool("blue", 3);
    Map<Long, Event.Scheduled> schedules = new HashMap<>();
    for (int id = 0; id < random.nextInt(3); id++) {
      schedules.put(
          (long) id, new Event.Scheduled(version, any(workflows), choice.schedule(), node.now()));
    }
    invariants = new Invariants(node, schedules);
    decide(node.applying(schedules));
  }

  /// Lives through it, and answers how many events there were.
  int play(int steps) {
    for (int step = 0; step < steps; step++) step();
    drain();
    invariants.atTheEnd();
    return invariants.decisions();
  }

  private void step() {
    switch (random.nextInt(25)) {
      case 0, 1, 2 -> decide(start());
      case 3, 4, 5, 6, 7, 8 -> reportAny();
      case 9, 10, 11 -> time(Duration.ofSeconds(random.nextInt(900)));
      case 12 -> time(Duration.ofHours(random.nextInt(4)));
      case 13 -> node.clock(node.now().minusSeconds(random.nextInt(30)));
      case 14 -> cancelAny();
      case 20, 21, 22, 23 -> operateAny();
      case 15 -> {
        decide(staleReport());
        answerAny();
        fileComes();
      }
      case 16 -> invariants.restarted();
      case 17 -> crash();
      case 18 -> allAtOnce();
      case 19 -> {
        node.clock(node.now().plus(Duration.ofMinutes(random.nextInt(300))));
        invariants.restarted();
      }
      case 24 -> {
        prioritiseAny();
        if (choice.chance(30))
          invariants.decided(node.events().policies(choice.policies(node.now())));
      }
      default -> throw new IllegalStateException();
    }
  }

  private void prioritiseAny() {
    var live = node.ledger().liveRuns();
    if (live.isEmpty()) return;
    var run = any(live).id();
    decide(
        node.operating(run, new Verb.Prioritise(choice.priority())),
        node.operating(run, new Verb.Prioritise(choice.priority())));
  }

  private void decide(Event... events) {
    decide(List.of(events));
  }

  private void decide(List<Event> events) {
    invariants.decided(node.decide(events));
    node.stops().forEach(stop -> stopAsked.add(stop.token()));
    while (!node.world().settled() && choice.chance(80)) invariants.decided(node.decide());
  }

  private Event start() {
    var id = node.world().ids().next(node.now());
    var workflow = any(workflows);
    return node.starting(id, workflow, choice.inputs(workflow(workflow)), Optional.empty());
  }

  private Workflow workflow(String name) {
    return version.workflow(name).orElseThrow();
  }

  private void reportAny() {
    if (node.running().isEmpty()) return;
    var attempt = any(node.running());
    node.report(attempt, report(attempt));
    invariants.decided(node.last());
  }

  /// In the middle of a batch; what a worker said before the commit it says again.
  private void crash() {
    var events = new ArrayList<Event>(List.of(start(), staleReport()));
    if (choice.chance(30)) events.addAll(node.takeDue());
    if (!node.running().isEmpty()) {
      var attempt = any(node.running());
      events.add(new Event.Reported(attempt.attempt(), attempt.token(), report(attempt)));
    }
    var live = node.ledger().liveRuns();
    if (!live.isEmpty()) events.add(new Event.Cancel(any(live).id(), "ada"));
    var runs = node.ledger().runs();
    if (!runs.isEmpty()) events.add(Operator.operating(node, command(any(runs))));
    if (choice.chance(50)) {
      node.crashesBeforeCommit(events);
    } else {
      events.stream()
          .filter(Event.Reported.class::isInstance)
          .forEach(event -> node.ended(((Event.Reported) event).token()));
      node.crashesAfterCommit(events);
    }
    invariants.decided(node.last());
    node.stops().forEach(stop -> stopAsked.add(stop.token()));
  }

  /// Somebody answers a task that asks, or one that does not.
  private void answerAny() {
    var live = node.ledger().liveRuns();
    if (live.isEmpty()) return;
    decide(answers(any(live).id()));
  }

  /// A file comes that tasks wait for.
  private void fileComes() {
    var looks = node.looks();
    if (!looks.isEmpty()) decide(found(any(looks)));
  }

  private static Event found(Effect.LookForFile look) {
    Map<String, Object> file = Map.of("path", look.files().path());
    return new Event.Reported(look.attempt(), look.token(), new Event.Report.Succeeded(file));
  }

  private List<Event> answers(RunId run) {
    return node.run(run).tasks().stream()
        .<Event>map(task ->
            new Event.Answered(
                run, task.name(), choice.any(Event.Answer.values()), "eve", Optional.empty()))
        .toList();
  }

  private void allAtOnce() {
    var events = new ArrayList<Event>();
    for (var attempt : node.running()) {
      events.add(new Event.Reported(attempt.attempt(), attempt.token(), report(attempt)));
      node.ended(attempt.token());
    }
    decide(events);
  }

  private Event.Report report(Effect.Dispatch attempt) {
    if (stopAsked.contains(attempt.token()) && choice.chance(70)) {
      return new Event.Report.Cancelled();
    }
    return switch (random.nextInt(8)) {
      case 0 -> new Event.Report.Lost();
      case 1 -> new Event.Report.Failed(Failure.of(FailureKind.EXIT, "broke"));
      case 2 -> new Event.Report.Failed(Failure.of(FailureKind.TIMEOUT, "too long"));
      default -> new Event.Report.Succeeded(Map.of("n", random.nextLong()));
    };
  }

  private Event staleReport() {
    var known = node.ledger().attempts();
    var id =
        known.isEmpty() || choice.chance(20)
            ? new AttemptId(new RunId(random.nextLong() >>> 1), "t0", random.nextInt(9) - 1, 1)
            : any(known).id();
    var odd = new AttemptId(id.run(), id.task(), random.nextInt(12) - 1, 1);
    return new Event.Reported(choice.chance(50) ? id : odd, -1, new Event.Report.Lost());
  }

  private void time(Duration length) {
    var until = node.now().plus(length);
    for (int batches = 0; batches < 300; batches++) {
      var due = node.nextDue();
      if (due.isEmpty() || due.get().isAfter(until)) break;
      if (due.get().isAfter(node.now())) node.clock(due.get());
      decide(node.takeDue());
    }
    if (until.isAfter(node.now())) node.clock(until);
    decide(node.takeDue());
  }

  private void cancelAny() {
    var live = node.ledger().liveRuns();
    if (!live.isEmpty()) decide(new Event.Cancel(any(live).id(), "ada"));
  }

  /// Somebody does something to a run, live or over, or to one of its tasks.
  private void operateAny() {
    var rows = choice.chance(60) ? node.ledger().liveRuns() : node.ledger().runs();
    if (!rows.isEmpty()) decide(Operator.operating(node, command(any(rows))));
  }

  private Command command(RunRow row) {
    var tasks = node.run(row.id()).tasks();
    var task =
        tasks.isEmpty() || choice.chance(30)
            ? Optional.<String>empty()
            : Optional.of(any(tasks).name());
    var verb =
        switch (random.nextInt(11)) {
          case 10 -> new Verb.Prioritise(choice.priority());
          case 0 -> new Verb.Hold();
          case 1 -> new Verb.Release();
          case 2 -> new Verb.Skip();
          case 3 -> new Verb.Cancel();
          case 4 -> new Verb.Kill();
          case 5 -> new Verb.RunNow();
          case 6 -> new Verb.Bypass();
          case 7 -> new Verb.ForceSuccess(choice.chance(50) ? Map.of("n", 1L) : Map.of());
          case 8 -> new Verb.ForceFailure();
          default -> new Verb.Rerun(choice.any(Verb.Extent.values()));
        };
    return new Command(row.id(), task, verb, "ada", "");
  }

  /// No more starts; all that runs is reported, all timers fire, who is asked cancels.
  private void drain() {
    invariants.schedulesEnd();
    invariants.decided(node.events().policies(new Policy[0]));
    for (var row : node.ledger().liveRuns()) release(row);
    for (var row : node.ledger().liveRuns()) {
      if (row.state() == RunState.WAITING && choice.chance(80)) {
        decide(new Event.Cancel(row.id(), "ada"));
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      if (node.ledger().liveRuns().isEmpty()) return;
      if (!node.world().settled()) {
        decide();
      } else if (!node.running().isEmpty()) {
        reportAny();
      } else if (node.nextDue().isPresent()) {
        time(Duration.between(node.now(), node.nextDue().get()).plusSeconds(1));
      } else {
        cancelAsking();
      }
    }
    throw new AssertionError("these do not end: " + live());
  }

  /// Nothing holds it any more.
  private void release(RunRow row) {
    var release = new Verb.Release();
    decide(Operator.operating(node, new Command(row.id(), Optional.empty(), release, "ada", "")));
    for (var mark : node.ledger().marks(row.id())) {
      if (mark.kind() == Mark.Kind.HOLD) {
        decide(Operator.operating(node, new Command(row.id(), mark.task(), release, "ada", "")));
      }
    }
  }

  private void cancelAsking() {
    if (!node.looks().isEmpty()) {
      fileComes();
      return;
    }
    for (var row : node.ledger().liveRuns()) {
      var run = node.run(row.id());
      if (asksForApproval(run)) {
        decide(answers(run.id()));
        return;
      }
      boolean asks =
          run.tasks().stream()
              .anyMatch(task ->
                  task.state() instanceof UnitState.Asking
                      || IntStream.range(0, task.begun())
                          .anyMatch(item -> task.unit(item).state() instanceof UnitState.Asking));
      if (asks) {
        decide(new Event.Cancel(run.id(), "ada"));
        return;
      }
    }
    throw new AssertionError("nothing is due, nobody is asked: " + live());
  }

  private static boolean asksForApproval(Run run) {
    return run.tasks().stream()
        .anyMatch(task ->
            task.task().action() instanceof Action.Approval
                && task.state() instanceof UnitState.Running);
  }

  private List<String> live() {
    return node.ledger().liveRuns().stream()
        .map(row -> "%s %s".formatted(row.id(), RunPicture.of(node.run(row.id()))))
        .toList();
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
