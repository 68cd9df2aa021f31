package outturn.store.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.run.Mark;
import outturn.engine.run.Partition;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.SqlArray;
import outturn.store.mailbox.Mailbox;
import outturn.store.mailbox.SqlMailbox;

/// Pauses of schedules: while somebody has paused one, its due times are skipped.
public final class SchedulePauses {
  private final Jdbi jdbi;

  public SchedulePauses(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// What came of a wish.
  public enum Result {
    DONE,
    /// It is so already.
    UNCHANGED,
    /// The workflow has no such schedule in force.
    UNKNOWN
  }

  /// Who has paused which schedules of workflows in force: by workflow, by their names.
  public Map<String, Map<String, Mark.By>> of(Collection<String> workflows) {
    var paused = new TreeMap<String, Map<String, Mark.By>>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                select * from schedule
                where workflow = any(:workflows) and removed is null and paused_by is not null
                """)
            .bind("workflows", SqlArray.texts(workflows))
            .map((row, _) -> new Paused(row.getString("workflow"), row.getString("name"), by(row)))
            .forEach(each ->
                paused
                    .computeIfAbsent(each.workflow(), _ -> new TreeMap<>())
                    .put(each.schedule(), each.by())));
    return paused;
  }

  private record Paused(String workflow, String schedule, Mark.By by) {}

  private static Mark.By by(ResultSet row) throws SQLException {
    return paused(row).orElseThrow();
  }

  static Optional<Mark.By> paused(ResultSet row) throws SQLException {
    var who = row.getString("paused_by");
    if (who == null) return Optional.empty();
    var at = row.getObject("paused_at", OffsetDateTime.class).toInstant();
    return Optional.of(new Mark.By(who, row.getString("paused_why"), at));
  }

  public Result pause(String workflow, String schedule, Mark.By by) {
    return jdbi.inTransaction(handle -> {
      var project = locked(handle, workflow, schedule);
      if (project.isEmpty()) return Result.UNKNOWN;
      int paused =
          handle
              .createUpdate(
                  """
                  update schedule set paused_by = :who, paused_why = :why, paused_at = :at
                  where workflow = :workflow and name = :name and paused_by is null
                  """)
              .bind("who", by.who())
              .bind("why", by.why())
              .bind("at", by.at().atOffset(ZoneOffset.UTC))
              .bind("workflow", workflow)
              .bind("name", schedule)
              .execute();
      if (paused == 0) return Result.UNCHANGED;
      tell(handle, project.get(), act("schedule pause", workflow, schedule, by), by.at());
      return Result.DONE;
    });
  }

  public Result resume(String workflow, String schedule, Mark.By by) {
    return jdbi.inTransaction(handle -> {
      var project = locked(handle, workflow, schedule);
      if (project.isEmpty()) return Result.UNKNOWN;
      int resumed =
          handle
              .createUpdate(
                  """
                  update schedule set paused_by = null, paused_why = null, paused_at = null
                  where workflow = :workflow and name = :name and paused_by is not null
                  """)
              .bind("workflow", workflow)
              .bind("name", schedule)
              .execute();
      if (resumed == 0) return Result.UNCHANGED;
      tell(handle, project.get(), act("schedule resume", workflow, schedule, by), by.at());
      return Result.DONE;
    });
  }

  private static Optional<String> locked(Handle handle, String workflow, String schedule) {
    return handle
        .createQuery(
            """
            select project from schedule
            where workflow = :workflow and name = :name and removed is null for update
            """)
        .bind("workflow", workflow)
        .bind("name", schedule)
        .mapTo(String.class)
        .findOne();
  }

  private static Act act(String action, String workflow, String schedule, Mark.By by) {
    Map<String, Object> details = by.why().isEmpty() ? Map.of() : Map.of("why", by.why());
    return new Act(by.who(), action, workflow + "/" + schedule, details);
  }

  /// The engine reads the project's schedules anew when it comes to this message.
  private static void tell(Handle handle, String project, Act act, Instant at) {
    new Audit(() -> at).record(handle, act);
    SqlMailbox.post(
        handle,
        new Mailbox.Letter(
            new Mailbox.Address.Owner(Partition.ofProject(project)),
            "applied:" + UUID.randomUUID(),
            Map.of("kind", "applied", "project", project)));
  }
}
