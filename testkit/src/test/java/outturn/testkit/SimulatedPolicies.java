package outturn.testkit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outturn.definition.policy.Policy;
import outturn.definition.policy.Selection;
import outturn.definition.policy.Window;
import outturn.engine.Ledger;
import outturn.engine.decide.Change;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Mark;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.RunId;
import outturn.engine.run.Version;

/// Policies of the simulated cluster, and a look at all that is started against them: a freeze that
/// comes again and again, and one that lets only two run at once.
final class SimulatedPolicies {
  private static final int FREEZES = 8;
  private static final long EVERY_SECONDS = 90;

  /// By then every freeze is over, by the clock of any host.
  static final Instant OVER = Simulation.START.plusSeconds(EVERY_SECONDS * FREEZES + 120);

  static final List<Policy> ALL =
      List.of(
          policy(
              "freeze", IntStream.range(0, FREEZES).mapToObj(SimulatedPolicies::freeze), 0, "w0"),
          policy("two", Stream.of(), 2, "w1", "w2"));

  private final Set<Passing> passing = new HashSet<>();

  private record Passing(RunId run, String task) {}

  private static Policy policy(String name, Stream<Window> during, int allow, String... workflows) {
    var applies = new Selection(List.of(workflows), Set.of(), Set.of());
    return new Policy(name, name, during.toList(), ZoneOffset.UTC, applies, allow);
  }

  private static Window freeze(int number) {
    var from =
        LocalDateTime.ofInstant(Simulation.START, ZoneOffset.UTC)
            .plusSeconds(EVERY_SECONDS * number);
    return new Window.Once(Optional.of(from), Optional.of(from.plusSeconds(25)));
  }

  /// The version with these policies.
  static Version in(Version version) {
    return new Version(version.id(), version.project(), version.number(), version.workflows(), ALL);
  }

  void committing(List<Change> changes, Ledger rows, Version version) {
    for (var change : changes) {
      if (change instanceof Change.MarkSet(var mark) && mark.kind() == Mark.Kind.BYPASS) {
        mark.task().ifPresent(task -> passing.add(new Passing(mark.run(), task)));
      }
    }
    for (var policy : ALL) {
      var started =
          started(changes)
              .filter(row -> isAbout(policy, row.id(), rows, changes, version))
              .toList();
      if (started.isEmpty()) continue;
      if (policy.freezes()) {
        for (var row : started) {
          var standing = policy.at(row.times().started().orElseThrow());
          Witness.check(!standing.inForce(), () -> "starts in a freeze: " + row);
        }
      } else {
        var running = running(policy, changes, rows, version);
        Witness.check(
            running + started.size() <= policy.allow(),
            () -> "%d run and these start: %s".formatted(running, started));
      }
    }
  }

  private static Stream<AttemptRow> started(List<Change> changes) {
    var rows = new ArrayList<AttemptRow>();
    for (var change : changes) {
      if (change instanceof Change.AttemptAdded(var row)
          && row.state() == AttemptState.RUNNING
          && row.by().worker() != 0) rows.add(row);
    }
    return rows.stream();
  }

  private long running(Policy policy, List<Change> changes, Ledger rows, Version version) {
    var ended = new HashSet<AttemptId>();
    for (var change : changes) {
      if (change instanceof Change.AttemptEnded end) ended.add(end.attempt());
    }
    return rows.runningAttempts().stream()
        .filter(row -> row.by().worker() != 0 && !ended.contains(row.id()))
        .filter(row -> isAbout(policy, row.id(), rows, changes, version))
        .count();
  }

  private boolean isAbout(
      Policy policy, AttemptId id, Ledger rows, List<Change> changes, Version version) {
    if (passing.contains(new Passing(id.run(), id.task()))) return false;
    var name = workflow(id.run(), rows, changes);
    var graph = version.workflow(name).orElseThrow().graph();
    return policy.applies().has(name, graph.task(graph.place(id.task())));
  }

  private static String workflow(RunId run, Ledger rows, List<Change> changes) {
    for (var change : changes) {
      if (change instanceof Change.RunAdded(var row) && row.id().equals(run)) {
        return row.order().workflow();
      }
    }
    return rows.run(run).order().workflow();
  }
}
