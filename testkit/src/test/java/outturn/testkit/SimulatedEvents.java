package outturn.testkit;

import static outturn.engine.EventSketch.after;
import static outturn.engine.EventSketch.all;
import static outturn.engine.EventSketch.dependency;
import static outturn.engine.EventSketch.ending;
import static outturn.engine.EventSketch.hook;
import static outturn.engine.EventSketch.part;
import static outturn.engine.EventSketch.webhook;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import outturn.definition.trigger.Dependency;
import outturn.definition.trigger.Source.End;
import outturn.definition.workflow.Workflow;
import outturn.engine.WorkflowSketch;
import outturn.engine.decide.Change;
import outturn.engine.run.Origin;
import outturn.engine.run.Partition;
import outturn.engine.run.RunId;
import outturn.engine.run.Version;
import outturn.engine.trigger.Armed;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Fate;
import outturn.runtime.decide.Letters;
import outturn.runtime.decide.Memory;
import outturn.testkit.database.SimulatedDatabase;

/// Workflows that events start, and those who send the events: each of them again and again, since
/// they do not know whether it came.
final class SimulatedEvents {
  private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
  private static final int KEYS = 12;

  private final Version version;
  private final SimulatedDatabase database;
  private final Witness witness;

  SimulatedEvents(Version version, SimulatedDatabase database, Witness witness) {
    this.version = version;
    this.database = database;
    this.witness = witness;
  }

  /// The version with workflows that events start: a webhook, the ends of runs of `w0`, a join of
  /// the two, and one whose runs wait for another's.
  static Version added(Version version) {
    var minute = Optional.of(Duration.ofMinutes(1));
    Map<String, Workflow> workflows = new HashMap<>(version.workflows());
    Stream.of(
            workflow("x0", task("t").nothing()).triggers(hook("go")),
            workflow("x1", task("t").nothing())
                .triggers(after("w0", End.SUCCEEDED, End.FAILED, End.CANCELLED)),
            workflow("x2", task("t").nothing())
                .triggers(
                    all(
                        "both",
                        Duration.ofSeconds(90),
                        part("a", webhook()),
                        part("b", ending("x0/t", 0)))),
            workflow("x3", task("t").nothing())
                .triggers(hook("go"))
                .dependsOn(dependency("x1", 0, minute, Dependency.Otherwise.START)))
        .map(WorkflowSketch::drawn)
        .forEach(workflow -> workflows.put(workflow.name(), workflow));
    return SimulatedPolicies.in(
        new Version(version.id(), version.project(), version.number(), workflows));
  }

  List<Armed> armed() {
    return version.workflows().values().stream()
        .flatMap(workflow ->
            workflow.starts().triggers().stream()
                .map(trigger -> new Armed(version, workflow.name(), trigger)))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /// Somebody sends an event, perhaps one that came before.
  void arrives(Random random, Instant now) {
    var path = List.of("x0/go", "x2/both", "x3/go").get(random.nextInt(3));
    var part = path.startsWith("x2") ? "a" : "";
    var key = "k" + random.nextInt(KEYS);
    var event =
        new Arrived(Partition.ofProject(version.project()), path, part, key, DATE, Map.of(), now);
    if (!database.rows().events().received(event)) return;
    database.mailbox().post(List.of(Letters.happened(version.id(), event)));
  }

  /// Nobody has to decide about an event any more.
  boolean settled() {
    return seen().stream()
        .noneMatch(row -> row.fate() == Fate.RECEIVED || row.fate() == Fate.WAITING);
  }

  private List<Change.EventDecided> seen() {
    return database.rows().events().seen();
  }

  /// Every event has started one run or says why not, and every run that events started has its
  /// own; nothing that ended was left untold.
  void eachHasStartedOneRun() {
    var events = new TreeMap<RunId, Integer>();
    for (var row : seen()) {
      boolean told = row.fate() == Fate.STARTED || row.fate() == Fate.EXPIRED;
      Witness.check(told, () -> "nothing has become of it: " + row);
      row.run().ifPresent(run -> events.merge(run, 1, Integer::sum));
    }
    for (var row : database.rows().runs()) {
      if (!(row.order().origin() instanceof Origin.Trigger(var trigger))) continue;
      int wanted = trigger.equals("x2/both") ? 2 : 1;
      Witness.check(
          events.getOrDefault(row.id(), 0) == wanted,
          () -> "%d events of %s".formatted(events.getOrDefault(row.id(), 0), row));
    }
    var told = new HashSet<String>();
    for (var row : seen()) {
      if (row.event().trigger().equals("x1/after")) told.add(row.event().key());
    }
    var ended = witness.ends("w0");
    Witness.check(
        told.equals(ended), () -> "told of %s, and these ended: %s".formatted(told, ended));
  }

  /// What a node has in memory of events is what the rows say.
  void memoryEqualsRows(Memory.Loaded loaded) {
    var rows = database.rows().events();
    var partitions = loaded.claim().partitions();
    var waiting =
        rows.waitingEvents().stream()
            .filter(event -> partitions.contains(event.partition()))
            .toList();
    var known = loaded.world().triggers().joins().waiting();
    Witness.check(
        waiting.size() == known.size() && known.containsAll(waiting),
        () -> "rows say that these wait: %s, memory: %s".formatted(waiting, known));
    var needs =
        rows.needs().stream()
            .map(all -> all.getFirst().run())
            .filter(run -> partitions.contains(run.partition()))
            .toList();
    Witness.check(
        loaded.world().waiting().runs().equals(new HashSet<>(needs)),
        () -> "rows say that these wait: " + needs);
  }
}
