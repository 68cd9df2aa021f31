package outturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.definition.notify.Notify;
import outturn.definition.notify.Occasion;
import outturn.engine.decide.Change;
import outturn.engine.decide.Event;
import outturn.engine.decide.Timer;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Origin;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// What people hear of a history that is over: all that they are to hear, and each thing once.
final class Heard {
  private static final Set<AttemptState> FAILED = Set.of(AttemptState.FAILED, AttemptState.LOST);
  private static final Set<Occasion> ONCE = Set.of(Occasion.LATE, Occasion.MISSED);

  private final Driver node;

  Heard(Driver node) {
    this.node = node;
  }

  void whatHappenedIsToldOnce(Map<Long, Event.Scheduled> schedules) {
    Map<Optional<RunId>, List<Change.Told>> news = new HashMap<>();
    for (var told : node.ledger().news()) {
      news.computeIfAbsent(told.news().about().run(), _ -> new ArrayList<>()).add(told);
    }
    for (var row : node.ledger().runs())
      ofRun(row, news.getOrDefault(Optional.of(row.id()), List.of()));
    schedules.forEach(this::ofSchedule);
    assertThat(node.ledger().timers().keySet())
        .as("nothing is watched any more")
        .noneMatch(timer -> timer.kind() == Timer.Kind.LATE || timer.kind() == Timer.Kind.LONG);
  }

  private void ofRun(RunRow row, List<Change.Told> news) {
    var told = rules(row);
    var run = row.id();
    long failed = told.tells(Occasion.FAILED) ? node.ledger().endings(run, RunState.FAILED) : 0;
    assertThat(count(news, Occasion.FAILED)).as("failed %s", run).isEqualTo(failed);
    long succeeded = told.isEmpty() ? 0 : node.ledger().endings(run, RunState.SUCCEEDED);
    assertThat(count(news, Occasion.RECOVERED)).as("succeeded %s", run).isEqualTo(succeeded);
    for (var task : node.rebuilt(row).tasks()) ofTask(row, task, told, news);
    long openings = Arrays.stream(RunState.values()).mapToLong(state -> endings(run, state)).sum();
    var rulesOfLength = told.rules().stream().filter(rule -> rule.longerThan().isPresent()).count();
    assertThat(count(news, Occasion.LONG))
        .as("long %s", run)
        .isLessThanOrEqualTo(openings * rulesOfLength);
    assertThat(
            news.stream()
                .filter(each -> ONCE.contains(each.news().occasion()))
                .map(each -> each.news().occasion() + each.news().subject()))
        .as("told of %s", run)
        .doesNotHaveDuplicates();
    for (var each : news) {
      if (each.news().occasion() != Occasion.RECOVERED) {
        assertThat(each.news().channels()).as("who is told: %s", each).isNotEmpty();
      }
    }
  }

  private long endings(RunId run, RunState state) {
    return node.ledger().endings(run, state);
  }

  /// A task that is done again may fail again.
  private void ofTask(RunRow row, TaskRun task, Notify rules, List<Change.Told> news) {
    long told =
        news.stream()
            .filter(each -> each.news().occasion() == Occasion.TASK_FAILED)
            .filter(each -> each.news().subject().equals(task.name()))
            .count();
    boolean failed = task.state() instanceof UnitState.Failed;
    boolean wanted = rules.tells(Occasion.TASK_FAILED);
    long failures =
        node.ledger().attempts(row.id()).stream()
            .filter(each -> each.id().task().equals(task.name()) && FAILED.contains(each.state()))
            .count();
    assertThat(told)
        .as("%s of %s", task.name(), row.id())
        .isBetween(wanted && failed ? 1L : 0L, wanted ? failures : 0L);
  }

  private Notify rules(RunRow row) {
    var told = node.rebuilt(row).workflow().told();
    boolean called = row.order().origin() instanceof Origin.Parent;
    return called && told.source() == Notify.Source.PROJECT ? Notify.NOBODY : told;
  }

  private static long count(List<Change.Told> news, Occasion occasion) {
    return news.stream().filter(each -> each.news().occasion() == occasion).count();
  }

  /// Each start that was missed, be it alone, in a range, or of a run that waited in vain.
  private void ofSchedule(long id, Event.Scheduled scheduled) {
    var workflow = scheduled.version().workflow(scheduled.workflow()).orElseThrow();
    if (!workflow.told().tells(Occasion.MISSED)) return;
    var missed =
        node.ledger().occurrences().stream()
            .filter(it -> it.schedule() == id && it.fate() == Change.Fate.MISSED)
            .toList();
    for (var it : missed) {
      var due = it.due().toString();
      var told =
          node.ledger().news().stream()
              .filter(each -> each.news().occasion() == Occasion.MISSED)
              .filter(each -> each.news().about().workflow().equals(scheduled.workflow()))
              .filter(each ->
                  it.run().isPresent()
                      ? each.news().about().run().equals(it.run())
                      : each.news().text().contains(due))
              .count();
      // Two schedules of one workflow may mean the same time.
      assertThat(told).as("missed: %s", it).isGreaterThanOrEqualTo(1);
    }
  }
}
