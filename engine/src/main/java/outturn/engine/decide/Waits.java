package outturn.engine.decide;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Template;
import outturn.definition.workflow.Action;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;

/// How an attempt of a `wait` task waits.
final class Waits {
  private final Batch batch;

  Waits(Batch batch) {
    this.batch = batch;
  }

  void begin(Run run, TaskRun task, int item, Action.Wait wait) {
    var until =
        switch (wait) {
          case Action.Wait.For(var length) -> batch.now.plus(length);
          case Action.Wait.Until(var instant) -> instant(run, instant, task, item);
        };
    if (!until.isAfter(batch.now)) {
      batch.attempts.over(run, task, item, new Event.Report.Succeeded(Map.of()));
    } else {
      batch.attempts.set(Attempts.timer(Timer.Kind.WAIT, run, task, item), until);
    }
  }

  private static Instant instant(Run run, Template template, TaskRun task, int item) {
    var text = template.text(run.scope(task, item));
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noOffset) {
      try {
        return LocalDateTime.parse(text).atZone(run.workflow().timezone()).toInstant();
      } catch (DateTimeException notATime) {
        throw new EvaluationFailed(
            "wait until: expected a time such as 2026-03-29T06:30 or 2026-03-29T06:30+01:00, not '%s'"
                .formatted(text));
      }
    }
  }
}
