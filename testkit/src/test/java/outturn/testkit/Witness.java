package outturn.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outturn.definition.pool.Lock;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Ledger;
import outturn.engine.RunPicture;
import outturn.engine.decide.Change;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event.Report;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Mark;
import outturn.engine.run.Rebuild;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.RunId;
import outturn.engine.run.Version;
import outturn.runtime.decide.Memory;
import outturn.testkit.database.SimulatedDatabase;

/// Sees what really happens, and fails when that may not be.
final class Witness implements SimulatedDatabase.Commits {
  static final Map<String, Integer> POOLS = Map.of("red", 2, "blue", 3);

  private final Map<Long, Execution> executing = new TreeMap<>();
  private final Set<Long> tokens = new HashSet<>();
  private final Set<AttemptId> begun = new HashSet<>();
  private final Map<Long, Report> reports = new HashMap<>();
  private final Set<Object> arrivals = new HashSet<>();
  private final Map<Object, RunId> runOf = new HashMap<>();
  private final Map<String, Set<String>> ends = new HashMap<>();
  private final SimulatedPolicies policies = new SimulatedPolicies();
  private final Chronicle chronicle;
  private Ledger rows = new Ledger();
  private @Nullable Version version;
  private int commits;

  Witness(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  /// An attempt that is under way in truth, whatever anybody knows.
  private record Execution(AttemptId attempt, Map<String, Integer> pools) {
    boolean sameTask(AttemptId other) {
      return attempt.run().equals(other.run())
          && attempt.task().equals(other.task())
          && attempt.item() == other.item();
    }
  }

  void of(SimulatedDatabase database, Version definitions) {
    version = definitions;
    rows = database.rows();
  }

  int commits() {
    return commits;
  }

  /// How many attempts have begun.
  int begun() {
    return begun.size();
  }

  /// The run that was started for a request.
  Map<Object, RunId> runs() {
    return runOf;
  }

  /// The ends that runs of a workflow came to, `run:state`, each once.
  Set<String> ends(String workflow) {
    return ends.getOrDefault(workflow, Set.of());
  }

  boolean anyExecutes() {
    return !executing.isEmpty();
  }

  void begins(Effect.Dispatch dispatch) {
    chronicle.begins(dispatch);
    var attempt = dispatch.attempt();
    check(tokens.add(dispatch.token()), () -> "the token runs twice: " + dispatch);
    var row =
        rows.attempts(attempt.run()).stream()
            .filter(each -> each.id().equals(attempt) && each.by().token() == dispatch.token())
            .findFirst();
    check(row.isPresent(), () -> "begins before its row is committed: " + attempt);
    check(
        row.get().state() == AttemptState.RUNNING,
        () -> "begins when its row says %s: %s".formatted(row.get().state(), attempt));
    check(begun.add(attempt), () -> "begins again under another token: " + attempt);
    for (var other : executing.values()) {
      check(!other.sameTask(attempt), () -> "%s overlaps %s".formatted(attempt, other));
    }
    executing.put(dispatch.token(), new Execution(attempt, dispatch.task().rules().pools()));
    var used = new HashMap<String, Integer>();
    for (var each : executing.values()) {
      each.pools().forEach((pool, amount) -> used.merge(pool, amount, Integer::sum));
    }
    fits(used, "in truth");
  }

  void ends(long token) {
    chronicle.ends(token);
    executing.remove(token);
  }

  /// A worker tells how an attempt ended.
  void reports(long token, Report report) {
    reports.put(token, report);
  }

  @Override
  public void committing(List<Change> changes) {
    commits++;
    chronicle.commits(changes);
    policies.committing(changes, rows, Objects.requireNonNull(version));
    var added = new HashSet<RunId>();
    for (var change : changes) {
      if (change instanceof Change.RunAdded(var row)) {
        added.add(row.id());
        var arrival = row.order().inputs().get("arrival");
        if (arrival == null) continue;
        check(arrivals.add(arrival), () -> "the request is carried out twice: " + row);
        runOf.put(arrival, row.id());
      }
      if (change instanceof Change.RunReopened(var run, _)) added.add(run);
    }
    for (var change : changes) {
      if (change instanceof Change.AttemptAdded(var row)) {
        boolean live = added.contains(row.id().run()) || !rows.run(row.id().run()).state().ended();
        check(live, () -> "an attempt of a run that has ended: " + row);
      }
      if (change instanceof Change.AttemptEnded ended) counts(ended);
    }
  }

  /// A row says of an attempt what its worker said, or that it is over, when it is.
  private void counts(Change.AttemptEnded ended) {
    var row =
        rows.attempts(ended.attempt().run()).stream()
            .filter(each -> each.id().equals(ended.attempt()))
            .findFirst();
    if (row.isEmpty() || row.get().by().worker() == 0) return;
    long token = row.get().by().token();
    var report = reports.get(token);
    boolean told =
        switch (ended.state()) {
          case SUCCEEDED ->
              report instanceof Report.Succeeded(var outputs) && outputs.equals(ended.outputs());
          case FAILED -> report instanceof Report.Failed || unfit(report) || unmet(ended);
          case LOST, CANCELLED -> !executing.containsKey(token);
          case RUNNING, SKIPPED -> false;
        };
    check(told, () -> "%s, and its worker said %s".formatted(ended, report));
  }

  /// What it was repeated for did not come about, though its worker said that it went well.
  private static boolean unmet(Change.AttemptEnded ended) {
    return ended.failure().filter(failure -> failure.kind() == FailureKind.UNMET).isPresent();
  }

  private static boolean unfit(@Nullable Report report) {
    return report instanceof Report.Succeeded(var outputs)
        && outputs.containsValue(SimulatedDatabase.UNFIT);
  }

  /// A task is tried again after it failed or was lost, or when somebody wants it to be.
  private void follows(AttemptRow row) {
    var id = row.id();
    for (var other : rows.attempts(id.run())) {
      if (!other.id().task().equals(id.task()) || other.id().item() != id.item()) continue;
      boolean goesOn =
          other.state() == AttemptState.FAILED
              || other.state() == AttemptState.LOST
              || isHistory(other.id())
              || isRepeated(other);
      check(
          other.id().attempt() >= id.attempt() || goesOn,
          () -> "%s after %s".formatted(row, other));
    }
  }

  private boolean isRepeated(AttemptRow row) {
    var workflow = rows.run(row.id().run()).order().workflow();
    var graph = Objects.requireNonNull(version).workflow(workflow).orElseThrow().graph();
    return row.state() == AttemptState.SUCCEEDED
        && graph.task(graph.place(row.id().task())).conduct().repeat().isPresent();
  }

  private boolean isHistory(AttemptId attempt) {
    return rows.marks(attempt.run()).stream()
        .filter(mark -> mark.kind() == Mark.Kind.AGAIN)
        .filter(mark -> mark.task().equals(Optional.of(attempt.task())))
        .anyMatch(mark ->
            mark.history().size() > attempt.item() + 1
                && mark.history().get(attempt.item() + 1) >= attempt.attempt());
  }

  @Override
  public void committed(List<Change> changes) {
    var used = new HashMap<String, Integer>();
    for (var grant : rows.grants().values()) {
      grant.pools().forEach((pool, amount) -> used.merge(pool, amount, Integer::sum));
    }
    fits(used, "in the rows");
    for (var change : changes) {
      if (change instanceof Change.AttemptAdded(var row)) follows(row);
      if (change instanceof Change.RunEnded(var run, var state, _, _, _)) {
        ends.computeIfAbsent(rows.run(run).order().workflow(), _ -> new HashSet<>())
            .add(run + ":" + state.word());
      }
    }
  }

  private static void fits(Map<String, Integer> used, String where) {
    used.forEach((pool, amount) ->
        check(
            amount <= (Lock.is(pool) ? Lock.WHOLE : POOLS.getOrDefault(pool, 0)),
            () -> "%d of pool %s %s".formatted(amount, pool, where)));
  }

  /// What a node has in memory is what the rows say.
  void memoryEqualsRows(Memory.Loaded loaded, Version version) {
    var partitions = loaded.claim().partitions();
    var expected = new ArrayList<RunId>();
    for (var row : rows.liveRuns()) {
      if (!partitions.contains(row.id().partition())) continue;
      expected.add(row.id());
      var run = loaded.world().run(row.id());
      check(run.isPresent(), () -> "not in memory: " + row);
      var rebuilt =
          RunPicture.of(Rebuild.run(row, version, rows.attempts(row.id()), rows.marks(row.id())));
      var picture = RunPicture.of(run.get());
      check(rebuilt.equals(picture), () -> "rows say %s, memory %s".formatted(rebuilt, picture));
    }
    check(
        loaded.world().runs().size() == expected.size(), () -> "memory has runs that are no more");
  }

  static void check(boolean holds, Supplier<String> otherwise) {
    if (!holds) throw new AssertionError(otherwise.get());
  }
}
