package outturn.testkit.database;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import outturn.engine.Ledger;
import outturn.engine.run.Mark;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Waiting;
import outturn.engine.trigger.Wanted;
import outturn.store.journal.Truth;

/// The rows of runs in memory.
public final class SimulatedTruth implements Truth {
  private final Ledger rows;

  SimulatedTruth(Ledger rows) {
    this.rows = rows;
  }

  @Override
  public RunId newestRun() {
    return rows.runs().stream().map(RunRow::id).max(Comparator.naturalOrder()).orElse(new RunId(0));
  }

  @Override
  public void liveRuns(Collection<Integer> partitions, Consumer<RunRow> each) {
    rows.liveRuns().stream()
        .filter(row -> partitions.contains(row.id().partition()))
        .sorted(Comparator.comparing(RunRow::id))
        .forEach(each);
  }

  @Override
  public void liveAttempts(Collection<Integer> partitions, Consumer<AttemptRow> each) {
    liveRuns(partitions, row -> rows.attempts(row.id()).forEach(each));
  }

  @Override
  public void liveMarks(Collection<Integer> partitions, Consumer<Mark> each) {
    liveRuns(partitions, row -> rows.marks(row.id()).forEach(each));
  }

  @Override
  public Optional<RunWithRows> run(RunId id) {
    return rows.runs().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .map(row -> new RunWithRows(row, rows.attempts(id), rows.marks(id)));
  }

  @Override
  public List<Running> runningElsewhere(Collection<Integer> partitions, Collection<Long> workers) {
    return running(row ->
        partitions.contains(row.id().run().partition()) && !workers.contains(row.by().worker()));
  }

  @Override
  public List<Running> runningAt(Collection<Long> workers) {
    return running(row -> workers.contains(row.by().worker()));
  }

  private List<Running> running(Predicate<AttemptRow> which) {
    return rows.runningAttempts().stream()
        .filter(row -> row.by().worker() != 0 && which.test(row))
        .filter(row -> !rows.run(row.id().run()).state().ended())
        .map(row -> new Running(row.id(), row.by().token(), row.by().worker()))
        .toList();
  }

  @Override
  public List<DueTimer> timers(Collection<Integer> partitions, Instant before) {
    return rows.timers().entrySet().stream()
        .filter(row -> partitions.contains(row.getKey().run().partition()))
        .filter(row -> row.getValue().isBefore(before))
        .map(row -> new DueTimer(row.getKey(), row.getValue()))
        .sorted(
            Comparator.comparing(DueTimer::due)
                .thenComparing(row -> row.timer().run())
                .thenComparing(row -> row.timer().what()))
        .toList();
  }

  @Override
  public List<Arrived> waitingEvents(Collection<Integer> partitions) {
    return rows.events().waitingEvents().stream()
        .filter(event -> partitions.contains(event.partition()))
        .sorted(
            Comparator.comparing(Arrived::at)
                .thenComparing(Arrived::trigger)
                .thenComparing(Arrived::part)
                .thenComparing(Arrived::key))
        .toList();
  }

  @Override
  public List<Waiting.Need> needs(Collection<Integer> partitions) {
    return rows.events().needs().stream()
        .flatMap(List::stream)
        .filter(need -> partitions.contains(need.run().partition()))
        .sorted(Comparator.comparing(Waiting.Need::run).thenComparingInt(Waiting.Need::place))
        .toList();
  }

  @Override
  public List<Wanted> met(Collection<Wanted> wanted) {
    return wanted.stream().filter(each -> rows.events().met(rows, each)).toList();
  }

  @Override
  public void refused(String event, String error) {
    // Nobody reads them here.
  }
}
