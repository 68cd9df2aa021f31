package outturn.testkit.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import outturn.definition.notify.Occasion;
import outturn.engine.decide.Change;
import outturn.engine.decide.Event;
import outturn.engine.news.News;
import outturn.engine.run.RunId;
import outturn.store.audit.Act;
import outturn.store.json.Json;
import outturn.store.run.AttemptRows;
import outturn.store.run.MarkRows;
import outturn.store.run.RunRows;
import outturn.testkit.database.Tables;

/// The rows of a PostgreSQL as the changes that wrote them.
final class SqlTables {
  private SqlTables() {}

  static Tables read(Handle handle) {
    return new Tables(
        all(handle, "select * from run order by id", RunRows::of),
        all(
            handle,
            "select * from attempt order by run, task collate \"C\", item, attempt",
            AttemptRows::of),
        grants(handle),
        all(handle, "select * from occurrence order by schedule, due", SqlTables::occurrence),
        looked(handle),
        new Tables.Said(
            all(handle, "select * from idempotency order by key collate \"C\"", SqlTables::kept),
            all(
                handle,
                "select * from mark order by run, task collate \"C\", kind collate \"C\"",
                MarkRows::of),
            all(handle, "select * from audit order by id", SqlTables::audited),
            all(handle, "select * from news order by id", SqlTables::told)));
  }

  private interface Mapping<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> all(Handle handle, String sql, Mapping<T> mapping) {
    return handle.createQuery(sql).map((row, _) -> mapping.of(row)).list();
  }

  private static SortedMap<Long, Change.Granted> grants(Handle handle) {
    var grants = new TreeMap<Long, Change.Granted>();
    handle
        .createQuery("select * from pool_grant")
        .map((row, _) ->
            new Change.Granted(
                new RunId(row.getLong("run")),
                row.getLong("token"),
                Map.of(row.getString("pool"), row.getInt("amount"))))
        .forEach(grant -> grants.merge(grant.token(), grant, SqlTables::both));
    return grants;
  }

  private static Change.Granted both(Change.Granted one, Change.Granted other) {
    var pools = new HashMap<>(one.pools());
    pools.putAll(other.pools());
    return new Change.Granted(one.run(), one.token(), pools);
  }

  private static Map<Long, Instant> looked(Handle handle) {
    var looked = new TreeMap<Long, Instant>();
    handle
        .createQuery("select id, looked_until from schedule")
        .map((row, _) -> Map.entry(row.getLong("id"), instant(row, "looked_until")))
        .forEach(row -> looked.put(row.getKey(), row.getValue()));
    return looked;
  }

  private static Change.Occurred occurrence(ResultSet row) throws SQLException {
    return new Change.Occurred(
        row.getLong("schedule"),
        instant(row, "due"),
        row.getObject("until") == null ? Optional.empty() : Optional.of(instant(row, "until")),
        row.getObject("business_date", LocalDate.class),
        Change.Fate.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getObject("run", Long.class)).map(RunId::new),
        row.getString("reason"));
  }

  private static Change.KeyKept kept(ResultSet row) throws SQLException {
    return new Change.KeyKept(
        new Event.Key(row.getString("principal"), row.getString("key"), row.getString("body_hash")),
        new RunId(row.getLong("run")),
        instant(row, "created"));
  }

  private static Change.Told told(ResultSet row) throws SQLException {
    long run = row.getLong("run");
    Optional<RunId> known = row.wasNull() ? Optional.empty() : Optional.of(new RunId(run));
    var occasion =
        Occasion.valueOf(row.getString("occasion").replace('-', '_').toUpperCase(Locale.ROOT));
    var about =
        new News.About(
            row.getString("project"),
            row.getString("workflow"),
            known,
            row.getObject("business_date", LocalDate.class));
    var channels =
        ((List<?>) Json.decode(row.getString("channels")).get("to"))
            .stream().map(String::valueOf).toList();
    return new Change.Told(
        new News(occasion, about, row.getString("subject"), row.getString("text"), channels),
        instant(row, "at"));
  }

  private static Tables.Audited audited(ResultSet row) throws SQLException {
    return new Tables.Audited(
        instant(row, "at"),
        new Act(
            row.getString("who"),
            row.getString("action"),
            row.getString("subject"),
            Json.decode(row.getString("details"))));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
