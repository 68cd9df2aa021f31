package outturn.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import outturn.definition.workflow.Action;
import outturn.engine.decide.Event;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Mark;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Partition;
import outturn.engine.run.Rows;
import outturn.engine.run.RunId;
import outturn.engine.run.Version;
import outturn.engine.verb.Command;
import outturn.engine.verb.Verb;
import outturn.runtime.decide.CommandLetters;
import outturn.runtime.decide.Letters;
import outturn.runtime.decide.NewRun;
import outturn.runtime.decide.NotDone;
import outturn.testkit.database.SimulatedDatabase;

/// Those who want runs: they ask a server, ask again when they do not know, and remember what they
/// were told.
final class Requests {
  private final Random random;
  private final Version version;
  private final SimulatedDatabase database;
  private final Witness witness;
  private final List<String> workflows;
  private final List<Request> open = new ArrayList<>();
  private final List<Request> sent = new ArrayList<>();
  private final List<Request> told = new ArrayList<>();
  private int arrivals;
  private int commands;

  private static final class Request {
    private final String arrival;
    private final NewRun run;
    private @Nullable CompletableFuture<List<Rows.RunRow>> answer;
    private @Nullable SimulatedNode asked;

    Request(String arrival, NewRun run) {
      this.arrival = arrival;
      this.run = run;
    }
  }

  Requests(Random random, Version version, SimulatedDatabase database, Witness witness) {
    this.random = random;
    this.version = version;
    this.database = database;
    this.witness = witness;
    this.workflows = version.workflows().keySet().stream().sorted().toList();
  }

  void arrives() {
    var arrival = "a" + arrivals++;
    var order =
        new Order(
            workflows.get(random.nextInt(workflows.size())),
            Map.of("arrival", arrival),
            LocalDate.of(2026, 3, 2),
            Optional.empty(),
            new Origin.User("ada"));
    var key = new Event.Key("ada", arrival, "");
    open.add(new Request(arrival, new NewRun(version, order, Optional.of(key))));
  }

  void cancelAny() {
    var live = database.rows().liveRuns();
    if (!live.isEmpty()) cancel(live.get(random.nextInt(live.size())).id());
  }

  /// Somebody does something to a run, or to one of its tasks.
  void operateAny() {
    var runs = random.nextInt(3) > 0 ? database.rows().liveRuns() : database.rows().runs();
    if (runs.isEmpty()) return;
    var row = runs.get(random.nextInt(runs.size()));
    var tasks = version.workflow(row.order().workflow()).orElseThrow().graph().tasks();
    var task =
        tasks.isEmpty() || random.nextInt(3) == 0
            ? Optional.<String>empty()
            : Optional.of(tasks.get(random.nextInt(tasks.size())).name());
    operate(row.id(), task, verb());
  }

  private Verb verb() {
    var extents = List.of(Verb.Extent.values());
    return switch (random.nextInt(12)) {
      case 0 -> new Verb.Hold();
      case 1, 2 -> new Verb.Release();
      case 3 -> new Verb.Skip();
      case 4 -> new Verb.Cancel();
      case 5 -> new Verb.Kill();
      case 6 -> new Verb.RunNow();
      case 7 -> new Verb.Bypass();
      case 8 -> new Verb.ForceSuccess(random.nextBoolean() ? Map.of("n", 1L) : Map.of());
      case 9 -> new Verb.ForceFailure();
      default -> new Verb.Rerun(extents.get(random.nextInt(extents.size())));
    };
  }

  private void operate(RunId run, Optional<String> task, Verb verb) {
    var key = new Event.Key("ada", "command" + commands++, "");
    var command = new Command(run, task, verb, "ada", "");
    database.mailbox().post(List.of(CommandLetters.of(command, key)));
  }

  /// Lets go on what is held of a run, and answers whether anything was.
  boolean release(RunId run) {
    var holds =
        database.rows().marks(run).stream().filter(mark -> mark.kind() == Mark.Kind.HOLD).toList();
    holds.forEach(hold -> operate(run, hold.task(), new Verb.Release()));
    return !holds.isEmpty();
  }

  /// Says yes or no to what a run asks, and answers whether it waits for this or for a file.
  boolean answer(Rows.RunRow row) {
    var asking = running(row, Action.Approval.class);
    for (var task : asking) {
      var answer = random.nextBoolean() ? Event.Answer.APPROVE : Event.Answer.REJECT;
      var said = new Event.Answered(row.id(), task, answer, "eve", Optional.empty());
      database.mailbox().post(List.of(Letters.answer(said)));
    }
    return !asking.isEmpty() || !running(row, Action.Wait.ForFile.class).isEmpty();
  }

  private List<String> running(Rows.RunRow row, Class<? extends Action> kind) {
    var graph = version.workflow(row.order().workflow()).orElseThrow().graph();
    return database.rows().attempts(row.id()).stream()
        .filter(attempt -> attempt.state() == AttemptState.RUNNING)
        .map(attempt -> attempt.id().task())
        .filter(task -> kind.isInstance(graph.task(graph.place(task)).action()))
        .toList();
  }

  void cancel(RunId run) {
    database.mailbox().post(List.of(Letters.cancel(run, "ada")));
  }

  /// Nobody waits for an answer any more, and all that was sent has come.
  boolean settled() {
    return open.isEmpty();
  }

  void step(List<Host> hosts) {
    for (var request : List.copyOf(open)) {
      var answer = request.answer;
      if (answer == null) ask(request, hosts);
      else if (answer.isDone()) hears(request, answer);
      else if (hosts.stream().noneMatch(host -> host.node == request.asked)) request.answer = null;
    }
  }

  private void ask(Request request, List<Host> hosts) {
    if (database.rows().keptFor(request.run.key().orElseThrow()).isPresent()) {
      open.remove(request);
      told.add(request);
      return;
    }
    var host = hosts.get(random.nextInt(hosts.size()));
    var node = host.node;
    if (node == null || node.stopping()) return;
    request.asked = node;
    request.answer = node.order(request.run);
  }

  private void hears(Request request, CompletableFuture<List<Rows.RunRow>> answer) {
    request.answer = null;
    try {
      for (var row : answer.join()) {
        Witness.check(
            row.id().equals(witness.runs().get(request.arrival)),
            () -> "answered, and not there: " + row);
      }
      open.remove(request);
      told.add(request);
    } catch (CompletionException failure) {
      if (!(failure.getCause() instanceof NotDone notDone)) throw failure;
      if (notDone.why() == NotDone.Why.ELSEWHERE) {
        send(request);
      } else if (random.nextInt(3) == 0) {
        open.remove(request);
      }
    }
  }

  /// As a server does that does not decide for the run itself.
  private void send(Request request) {
    var run = request.run;
    int partition =
        run.version()
            .home(run.order())
            .orElseGet(() -> Math.floorMod(request.arrival.hashCode(), Partition.COUNT));
    database.mailbox().post(List.of(Letters.start(partition, run)));
    open.remove(request);
    sent.add(request);
  }

  /// What was answered, or taken for delivery, is there.
  void allAreKept() {
    for (var requests : List.of(told, sent)) {
      for (var request : requests) {
        Witness.check(
            witness.runs().containsKey(request.arrival), () -> "never started: " + request.arrival);
      }
    }
  }
}
