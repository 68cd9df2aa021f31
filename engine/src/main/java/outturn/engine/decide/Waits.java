package outturn.engine.decide;

import java.time.Instant;
import java.util.Map;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Template;
import outturn.definition.file.FilePattern;
import outturn.definition.file.FileTerms;
import outturn.definition.text.Durations;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// How an attempt of a `wait` task waits.
final class Waits {
  private final Batch batch;

  Waits(Batch batch) {
    this.batch = batch;
  }

  void begin(Run run, TaskRun task, int item, Action.Wait wait) {
    switch (wait) {
      case Action.Wait.For(var length) -> until(run, task, item, batch.now.plus(length));
      case Action.Wait.Until(var instant) ->
          until(run, task, item, instant(run, instant, task, item));
      case Action.Wait.ForFile(var terms) -> {
        look(run, task, item, terms);
        var timer = Attempts.timer(Timer.Kind.WAIT, run, task, item);
        terms.within().ifPresent(length -> batch.attempts.set(timer, batch.now.plus(length)));
      }
    }
  }

  private void until(Run run, TaskRun task, int item, Instant until) {
    if (!until.isAfter(batch.now)) {
      batch.attempts.over(run, task, item, new Event.Report.Succeeded(Map.of()));
    } else {
      batch.attempts.set(Attempts.timer(Timer.Kind.WAIT, run, task, item), until);
    }
  }

  /// Has the file looked for that a running attempt waits for.
  private void look(Run run, TaskRun task, int item, FileTerms terms) {
    if (!(task.unit(item).state() instanceof UnitState.Running(_, var token))) return;
    var path = terms.path().text(run.scope(task, item));
    var files =
        FilePattern.of(path)
            .orElseThrow(() ->
                new EvaluationFailed(
                    "waitFor: expected %s, found '%s'".formatted(FilePattern.EXPECTED, path)));
    batch.effect(
        new Effect.LookForFile(Attempts.id(run, task, item), token, files, terms.stable()));
  }

  /// After memory was made anew from rows, what is waited for is looked for again.
  void lookAgain(Run run, TaskRun task, int item) {
    if (!(task.task().action() instanceof Action.Wait.ForFile(var terms))) return;
    try {
      look(run, task, item, terms);
    } catch (EvaluationFailed unknown) {
      // What it was when the attempt began is not known any more: the operator sees it wait.
    }
  }

  /// The attempt is over: its file is looked for no more.
  void over(TaskRun task, long token) {
    if (task.task().action() instanceof Action.Wait.ForFile) {
      batch.effect(new Effect.LookNoMore(token));
    }
  }

  /// The time of the wait is over.
  void due(Run run, TaskRun task, int item, Action.Wait wait) {
    switch (wait) {
      case Action.Wait.For _, Action.Wait.Until _ ->
          batch.attempts.over(run, task, item, new Event.Report.Succeeded(Map.of()));
      case Action.Wait.ForFile(var terms) -> tooLong(run, task, item, terms);
    }
  }

  private void tooLong(Run run, TaskRun task, int item, FileTerms terms) {
    var why =
        "no file %s came within %s"
            .formatted(
                told(terms.path(), run.scope(task, item)),
                Durations.text(terms.within().orElseThrow()));
    switch (terms.otherwise()) {
      case FAIL ->
          batch.attempts.over(
              run, task, item, new Event.Report.Failed(Failure.of(FailureKind.UNMET, why)));
      case SKIP -> {
        if (task.unit(item).state() instanceof UnitState.Running(_, var token)) over(task, token);
        batch.attempts.skip(run, task, why);
      }
    }
  }

  private static String told(Template path, Scope scope) {
    try {
      return path.text(scope);
    } catch (EvaluationFailed unknown) {
      return "of those that it names";
    }
  }

  private static Instant instant(Run run, Template template, TaskRun task, int item) {
    var text = template.text(run.scope(task, item));
    return Action.Wait.Until.at(text, run.workflow().timezone())
        .orElseThrow(() ->
            new EvaluationFailed(
                "wait until: expected a time such as 2026-03-29T06:30 or 2026-03-29T06:30+01:00, not '%s'"
                    .formatted(text)));
  }
}
