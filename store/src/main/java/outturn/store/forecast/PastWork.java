package outturn.store.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.run.RunId;
import outturn.store.database.SqlArray;

/// Who worked at what in a stretch of the past.
public final class PastWork {
  // A run that holds something now was hardly made longer ago.
  private static final Duration BACK = Duration.ofDays(3);
  private static final int MOST = 20;

  private static final String WORKED =
      """
      select r.id, r.workflow, a.task, a.started, a.ended
      from unnest(:workflows, :tasks) as w(workflow, task)
        join run r on r.workflow = w.workflow and r.id >= :first and r.id < :last
        join attempt a on a.run = r.id and a.task = w.task
      where a.item >= 0 and a.started < :to and (a.ended > :from or a.ended is null) and r.id <> :own
      order by least(coalesce(a.ended, :to), :to) - greatest(a.started, :from) desc limit :most
      """;

  private final Jdbi jdbi;

  public PastWork(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// A task of a workflow.
  public record Named(String workflow, String task) {}

  /// An attempt of the past.
  ///
  /// @param until when it ended, or the end of the stretch if it had not
  public record Worked(RunId run, String workflow, String task, Instant from, Instant until) {}

  /// The attempts of some tasks that overlap a stretch of time, other than those of one run; who
  /// worked longest in it comes first.
  public List<Worked> between(List<Named> tasks, Instant from, Instant to, RunId except) {
    if (tasks.isEmpty()) return List.of();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(WORKED)
            .bind("workflows", SqlArray.texts(tasks.stream().map(Named::workflow).toList()))
            .bind("tasks", SqlArray.texts(tasks.stream().map(Named::task).toList()))
            .bind("first", RunId.firstAt(from.minus(BACK)).value())
            .bind("last", RunId.firstAt(to).value())
            .bind("from", from.atOffset(ZoneOffset.UTC))
            .bind("to", to.atOffset(ZoneOffset.UTC))
            .bind("own", except.value())
            .bind("most", MOST)
            .map((row, _) -> {
              var ended = row.getObject("ended", OffsetDateTime.class);
              return new Worked(
                  new RunId(row.getLong("id")),
                  row.getString("workflow"),
                  row.getString("task"),
                  row.getObject("started", OffsetDateTime.class).toInstant(),
                  ended == null ? to : ended.toInstant());
            })
            .list());
  }
}
