package outturn.engine.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import outturn.definition.notify.Occasion;
import outturn.definition.workflow.Deadline;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.Workflow;
import outturn.engine.news.News;
import outturn.engine.run.Ending;
import outturn.engine.run.Origin;
import outturn.engine.run.Run;
import outturn.engine.run.RunState;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// What people are to hear of runs: it is written with what it is about. A workflow without rules
/// costs nothing.
final class Telling {
  private final Batch batch;

  Telling(Batch batch) {
    this.batch = batch;
  }

  /// A run is there: its deadlines are watched, also while it waits for its turn.
  void added(Run run) {
    // Who starts a run for a day long past knows that.
    boolean known = run.order().origin() instanceof Origin.User;
    watch(run, due -> !known || due.isAfter(batch.now));
    if (run.state() == RunState.RUNNING) running(run);
  }

  /// A run that was over goes on; who lets it go on after a deadline knows that it is late.
  void reopened(Run run) {
    watch(run, due -> due.isAfter(batch.now));
    if (run.state() == RunState.RUNNING) running(run);
  }

  private void watch(Run run, Predicate<Instant> watched) {
    var told = run.told();
    if (!told.tells(Occasion.LATE)) return;
    for (var deadline : run.workflow().deadlines()) {
      if (!told.tellsLate(deadline.name())) continue;
      var due = due(run, deadline);
      if (watched.test(due)) batch.attempts.set(late(run, deadline), due);
    }
  }

  private static Instant due(Run run, Deadline deadline) {
    var order = run.order();
    return deadline.due(
        order.businessDate(), order.due().orElse(run.id().time()), run.workflow().timezone());
  }

  private static Timer late(Run run, Deadline deadline) {
    return new Timer(run.id(), Timer.Kind.LATE, deadline.name(), 0, 0);
  }

  /// A run has begun.
  void running(Run run) {
    for (var timer : longTimers(run)) {
      var length = run.told().rules().get(timer.attempt()).longerThan().orElseThrow();
      batch.attempts.set(timer, batch.now.plus(length));
    }
  }

  /// One for each rule with a stated time.
  private static List<Timer> longTimers(Run run) {
    var timers = new ArrayList<Timer>();
    var rules = run.told().rules();
    for (int place = 0; place < rules.size(); place++) {
      if (rules.get(place).longerThan().isPresent()) {
        timers.add(new Timer(run.id(), Timer.Kind.LONG, "", 0, place));
      }
    }
    return timers;
  }

  /// A deadline has passed, or a run's time, while the run lives.
  void woken(Run run, Timer timer) {
    switch (timer.kind()) {
      case LATE ->
          run.workflow().deadlines().stream()
              .filter(deadline -> deadline.name().equals(timer.task()))
              .filter(deadline -> !kept(run, deadline))
              .findFirst()
              .ifPresent(deadline -> isLate(run, deadline));
      case LONG -> isLong(run, timer);
      case RETRY, WAIT, TIMEOUT, START, NEED -> {}
    }
  }

  /// Whether what was promised is done, or not to be done.
  private static boolean kept(Run run, Deadline deadline) {
    return deadline
        .task()
        .map(task -> run.task(task).state())
        .filter(state -> state instanceof UnitState.Succeeded || state instanceof UnitState.Skipped)
        .isPresent();
  }

  private void isLate(Run run, Deadline deadline) {
    var zone = run.workflow().timezone();
    var promised = due(run, deadline).atZone(zone);
    var text =
        "%s had not succeeded by %s, the deadline %s"
            .formatted(
                deadline.task().map(task -> "task " + task).orElse("the run"),
                "%s %s %s".formatted(promised.toLocalDate(), promised.toLocalTime(), zone),
                deadline.name());
    tell(Occasion.LATE, run, deadline.name(), text);
  }

  private void isLong(Run run, Timer timer) {
    var rule = run.told().rules().get(timer.attempt());
    var length = rule.longerThan().orElseThrow();
    var text = "it has been running for longer than %s".formatted(words(length));
    write(new News(Occasion.LONG, about(run), "", text, List.of(rule.channel())));
  }

  private static String words(Duration length) {
    return length.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  void taskFailed(Run run, TaskRun task, Failure failure) {
    var text = task(task.name(), failure);
    if (Ending.warns(task)) text += " (the run does not fail with it)";
    tell(Occasion.TASK_FAILED, run, task.name(), text);
  }

  private static String task(String name, Failure failure) {
    return "task %s failed (%s): %s"
        .formatted(name, failure.kind().name().toLowerCase(Locale.ROOT), failure.message().strip());
  }

  /// A run is over, and what watched it with it.
  ///
  /// @param note why, if not because of its tasks
  void ended(Run run, RunState state, Optional<String> note) {
    var told = run.told();
    if (told.isEmpty()) return;
    for (var deadline : run.workflow().deadlines()) {
      if (told.tellsLate(deadline.name())) clear(late(run, deadline));
    }
    longTimers(run).forEach(this::clear);
    switch (state) {
      case FAILED -> tell(Occasion.FAILED, run, "", note.orElseGet(() -> failures(run)));
      case SUCCEEDED -> {
        var channels = told.channels(Occasion.RECOVERED, "");
        write(new News(Occasion.RECOVERED, about(run), "", "the run succeeded", channels));
      }
      case CANCELLED, WAITING, RUNNING -> {}
    }
  }

  private void clear(Timer timer) {
    batch.change(new Change.TimerCleared(timer));
  }

  private static String failures(Run run) {
    return run.tasks().stream()
        .filter(task -> task.state() instanceof UnitState.Failed && !Ending.warns(task))
        .map(task -> task(task.name(), ((UnitState.Failed) task.state()).failure()))
        .collect(Collectors.joining("\n"));
  }

  /// A run that waited for its turn in vain.
  void startMissed(Run run, String reason) {
    tell(Occasion.MISSED, run, "", reason);
  }

  /// A start that did not happen, or several of one schedule.
  void missed(Event.Scheduled scheduled, LocalDate businessDate, String text) {
    var workflow = scheduled.version().workflow(scheduled.workflow()).orElseThrow();
    missed(workflow, scheduled, businessDate, text);
  }

  private void missed(
      Workflow workflow, Event.Scheduled scheduled, LocalDate businessDate, String text) {
    var subject = scheduled.schedule().name();
    var channels = workflow.told().channels(Occasion.MISSED, subject);
    if (channels.isEmpty()) return;
    var about =
        new News.About(
            scheduled.version().project(), workflow.name(), Optional.empty(), businessDate);
    write(new News(Occasion.MISSED, about, subject, text, channels));
  }

  private void tell(Occasion occasion, Run run, String subject, String text) {
    var channels = run.told().channels(occasion, subject);
    if (channels.isEmpty()) return;
    write(new News(occasion, about(run), subject, text, channels));
  }

  private static News.About about(Run run) {
    return new News.About(
        run.version().project(),
        run.order().workflow(),
        Optional.of(run.id()),
        run.order().businessDate());
  }

  private void write(News news) {
    batch.change(new Change.Told(news, batch.now));
  }
}
