package outturn.store.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.definition.change.Change;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.change.RecordedChange.Origin;
import outturn.store.change.RecordedChange.State;
import outturn.store.database.AdvisoryLock;
import outturn.store.database.SqlArray;

/// Dated events that were told to the server. None is ever changed: what is told otherwise is a new
/// version.
public final class ChangeEvents {
  private final Jdbi jdbi;

  public ChangeEvents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Records an event, or a new version of it, with the act in the audit trail. One that says what
  /// the latest version says already is that version.
  public RecordedChange record(Change change, State state, String note, Origin origin) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, "change " + change.name());
      var latest = history(handle, change.name()).stream().findFirst();
      if (latest.filter(each -> each.says(change, state)).isPresent()) return latest.get();
      int version = latest.map(RecordedChange::version).orElse(0) + 1;
      var at = origin.at().truncatedTo(ChronoUnit.MICROS);
      var recorded =
          new RecordedChange(
              change, version, state, note, new Origin(origin.way(), origin.by(), at));
      write(handle, recorded);
      new Audit(origin::at).record(handle, act(recorded));
      return recorded;
    });
  }

  /// The latest version of each event as known at a time, by name; withdrawn ones are among them.
  public List<RecordedChange> all(Instant asOf) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select distinct on (name) * from change_event
              where recorded_at <= :asOf
              order by name, version desc
              """)
          .bind("asOf", asOf)
          .map((row, _) -> read(row))
          .list();
    }
  }

  /// All versions of an event, newest first.
  public List<RecordedChange> history(String name) {
    try (var handle = jdbi.open()) {
      return history(handle, name);
    }
  }

  private static List<RecordedChange> history(Handle handle, String name) {
    return handle
        .createQuery("select * from change_event where name = :name order by version desc")
        .bind("name", name)
        .map((row, _) -> read(row))
        .list();
  }

  private static void write(Handle handle, RecordedChange recorded) {
    var change = recorded.change();
    handle
        .createUpdate(
            """
            insert into change_event
            values (:name, :version, :title, :date, :type, :affects, :note, :withdrawn, :way, :at, :by)
            """)
        .bind("name", change.name())
        .bind("version", recorded.version())
        .bind("title", change.title())
        .bind("date", change.date())
        .bind("type", change.type().word())
        .bind("affects", SqlArray.texts(change.affects()))
        .bind("note", recorded.note())
        .bind("withdrawn", recorded.state() == State.WITHDRAWN)
        .bind("way", recorded.origin().way())
        .bind("at", recorded.origin().at().atOffset(ZoneOffset.UTC))
        .bind("by", recorded.origin().by())
        .execute();
  }

  private static Act act(RecordedChange recorded) {
    var change = recorded.change();
    var verb =
        switch (recorded.state()) {
          case HOLDS -> recorded.version() == 1 ? "change add" : "change correct";
          case WITHDRAWN -> "change withdraw";
        };
    return new Act(
        recorded.origin().by(),
        verb,
        change.name(),
        Map.of("version", recorded.version(), "date", change.date().toString()));
  }

  private static RecordedChange read(ResultSet row) throws SQLException {
    var affects = (String[]) row.getArray("affects").getArray();
    return new RecordedChange(
        new Change(
            row.getString("name"),
            row.getString("title"),
            row.getObject("happened_on", LocalDate.class),
            type(row.getString("type")),
            Arrays.asList(affects)),
        row.getInt("version"),
        row.getBoolean("withdrawn") ? State.WITHDRAWN : State.HOLDS,
        row.getString("note"),
        new Origin(
            row.getString("told_by_way"),
            row.getString("recorded_by"),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
  }

  private static Change.Type type(String word) {
    return Optional.of(word)
        .flatMap(Change.Type::of)
        .orElseThrow(() -> new IllegalStateException("no type of change: " + word));
  }
}
