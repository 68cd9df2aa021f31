package outturn.store.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import outturn.store.database.SqlArray;
import outturn.store.json.Json;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The append-only record of who changed what. An act is recorded in the transaction that does it:
/// both happen or neither.
public final class Audit {
  private static final String RECORD =
      "insert into audit (at, who, action, subject, details) values (?, ?, ?, ?, ?::jsonb)";

  private static final String PAGE =
      """
      select id, at, who, action, subject, details from audit where id < :before order by id desc limit :limit
      """;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final InstantSource clock;

  public Audit(InstantSource clock) {
    this.clock = clock;
  }

  public void record(Handle handle, Act act) {
    handle.execute(RECORD, now(), act.who(), act.action(), act.subject(), json(act));
  }

  public void record(Connection connection, Act act) throws SQLException {
    try (var insert = connection.prepareStatement(RECORD)) {
      insert.setObject(1, now());
      insert.setString(2, act.who());
      insert.setString(3, act.action());
      insert.setString(4, act.subject());
      insert.setString(5, json(act));
      insert.executeUpdate();
    }
  }

  private static final String OF_RUN =
      """
      select id, at, who, action, subject, details from audit
      where subject = any(:subjects) and action like 'run %' and action <> 'run start' order by id limit :limit
      """;

  private static final String NOTES =
      """
      select id, at, who, action, subject, details from audit
      where action = 'run note' and at >= :since order by id desc limit :limit
      """;

  /// What people did to a run after its start, oldest first.
  ///
  /// @param subjects the run, and those of its tasks that acts are about
  List<AuditEntry> ofRun(Handle handle, List<String> subjects, int limit) {
    try (var query = handle.createQuery(OF_RUN)) {
      return query
          .bind("subjects", SqlArray.texts(subjects))
          .bind("limit", limit)
          .map((row, _) -> entry(row))
          .list();
    }
  }

  /// What people wrote down about runs since then, newest first.
  List<AuditEntry> notes(Handle handle, Instant since, int limit) {
    try (var query = handle.createQuery(NOTES)) {
      return query
          .bind("since", since.atOffset(ZoneOffset.UTC))
          .bind("limit", limit)
          .map((row, _) -> entry(row))
          .list();
    }
  }

  private static final String FILTERED =
      """
      select id, at, who, action, subject, details from audit
      where id < :before
        and (cast(:who as text) is null or who = :who)
        and (cast(:action as text) is null or starts_with(action, :action))
        and (cast(:subject as text) is null or subject = :subject)
        and (cast(:from as timestamptz) is null or at >= :from)
        and (cast(:to as timestamptz) is null or at < :to)
      order by id desc limit :limit
      """;

  /// Those before the given id that a filter lets through, newest first.
  List<AuditEntry> page(Handle handle, AuditFilter filter, long before, int limit) {
    try (var query = handle.createQuery(FILTERED)) {
      return query
          .bind("before", before)
          .bind("who", filter.who().orElse(null))
          .bind("action", filter.action().orElse(null))
          .bind("subject", filter.subject().orElse(null))
          .bind("from", filter.from().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
          .bind("to", filter.to().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
          .bind("limit", limit)
          .map((row, _) -> entry(row))
          .list();
    }
  }

  /// The entries before the given id, newest first; start with [Long#MAX_VALUE].
  public List<AuditEntry> before(Handle handle, long id, int limit) {
    return handle
        .createQuery(PAGE)
        .bind("before", id)
        .bind("limit", limit)
        .map((row, _) -> entry(row))
        .list();
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        new Act(
            row.getString("who"),
            row.getString("action"),
            row.getString("subject"),
            JSON.readValue(row.getString("details"), new TypeReference<Map<String, Object>>() {})));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String json(Act act) {
    return Json.encode(act.details());
  }
}
