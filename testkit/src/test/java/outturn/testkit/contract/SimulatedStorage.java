package outturn.testkit.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outturn.engine.Ledger;
import outturn.engine.decide.Change;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Mark;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;
import outturn.store.SettableClock;
import outturn.store.journal.Journal;
import outturn.store.journal.Truth;
import outturn.store.mailbox.Mailbox;
import outturn.store.ownership.Fence;
import outturn.store.ownership.Nodes;
import outturn.testkit.database.Line;
import outturn.testkit.database.SimulatedDatabase;
import outturn.testkit.database.Tables;

/// The simulation's database, at the end of the lines by which its nodes reach it.
final class SimulatedStorage implements Storage, Line.Weather, SimulatedDatabase.Commits {
  static final Comparator<AttemptId> BY_ID =
      Comparator.comparing(AttemptId::run)
          .thenComparing(AttemptId::task)
          .thenComparingInt(AttemptId::item)
          .thenComparingInt(AttemptId::attempt);

  private final SettableClock clock;
  private final SimulatedDatabase database;
  private final Map<String, Line> lines = new HashMap<>();
  private Trouble trouble = Trouble.NONE;

  SimulatedStorage(Instant start) {
    this.clock = new SettableClock(start);
    this.database = new SimulatedDatabase(clock, this);
  }

  /// What befalls all transactions from now on.
  void befall(Trouble next) {
    trouble = next;
  }

  SimulatedDatabase database() {
    return database;
  }

  Ledger rows() {
    return database.rows();
  }

  boolean stands(Fence fence) {
    return database.nodes().stands(fence);
  }

  @Override
  public void before(String what) {
    if (trouble == Trouble.LOST_AT_ONCE || trouble == Trouble.LOST_BEFORE_COMMIT) {
      throw new Line.Cut();
    }
  }

  @Override
  public void after() {
    if (trouble == Trouble.LOST_AFTER_COMMIT) throw new Line.Cut();
  }

  @Override
  public void committing(List<Change> changes) {
    // The contract is about what is there afterwards.
  }

  @Override
  public void committed(List<Change> changes) {
    // The contract is about what is there afterwards.
  }

  private Line line(String name) {
    return lines.computeIfAbsent(
        name,
        _ -> new Line(database, database.nodes().named(name, RandomHistory.WORKER_LEASE), this));
  }

  @Override
  public Journal journal() {
    return line("").journal();
  }

  @Override
  public Nodes nodes(String name) {
    return line(name).nodes();
  }

  @Override
  public Truth truth() {
    return line("").truth();
  }

  @Override
  public Mailbox mailbox() {
    return line("").mailbox();
  }

  @Override
  public void pass(Duration time) {
    clock.pass(time);
  }

  @Override
  public void databaseStarts() {
    database.nodes().databaseStarts();
  }

  @Override
  public Tables tables() {
    var rows = rows();
    var looked = new TreeMap<Long, Instant>();
    for (long schedule : RandomBatches.SCHEDULES) {
      looked.put(schedule, rows.lookedUntil(schedule).orElse(RandomHistory.START));
    }
    return new Tables(
        rows.runs().stream().sorted(Comparator.comparing(RunRow::id)).toList(),
        rows.attempts().stream().sorted(Comparator.comparing(AttemptRow::id, BY_ID)).toList(),
        new TreeMap<>(rows.grants()),
        rows.occurrences().stream()
            .sorted(
                Comparator.comparingLong(Change.Occurred::schedule)
                    .thenComparing(Change.Occurred::due))
            .toList(),
        looked,
        new Tables.Said(
            rows.keys().stream().sorted(Comparator.comparing(kept -> kept.key().key())).toList(),
            rows.runs().stream()
                .flatMap(row -> rows.marks(row.id()).stream())
                .sorted(
                    Comparator.comparing(Mark::run)
                        .thenComparing(mark -> mark.task().orElse(""))
                        .thenComparing(mark -> mark.kind().word()))
                .toList(),
            database.audit(),
            rows.news()));
  }
}
