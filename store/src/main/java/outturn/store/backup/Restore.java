package outturn.store.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import outturn.engine.run.Loss;
import outturn.store.database.ConnectionSettings;
import outturn.store.database.Schema;
import outturn.store.folder.CannotStart;

/// Fills an empty database from a backup. The tables are made as they were by the migrations of
/// that time; then one transaction brings all rows or none; then newer migrations follow.
public final class Restore {
  /// The first schema with a table that can say that it is a held copy, so no backup is older.
  private static final String OLDEST = "6";

  // What the migrations write themselves; all other tables of an empty database have no row.
  private static final List<String> SEEDED = List.of("partition", "cluster");

  private static final Pattern OPTIONS =
      Pattern.compile("[a-z_.]+=[a-z0-9.]+(,[a-z_.]+=[a-z0-9.]+)*");

  private final BackupFile file;
  private final ConnectionSettings settings;

  public Restore(BackupFile file, ConnectionSettings settings) {
    this.file = file;
    this.settings = settings;
  }

  /// Does it.
  ///
  /// @throws CannotStart when the database is not empty, or this program does not know the backup's
  ///   schema
  /// @throws IOException when the database or the file breaks off: then no row is kept
  public void run() throws IOException {
    try {
      restore();
    } catch (SQLException failure) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  private void restore() throws SQLException, IOException {
    var schema = new Schema(settings);
    var version = file.manifest().schema();
    var newest = schema.versions().getLast();
    if (Schema.compare(version, newest) > 0) {
      throw new CannotStart(
          "the backup is of a newer Outturn (its tables have migration %s, this one knows up to %s): restore it with that version"
              .formatted(version, newest));
    }
    if (Schema.compare(version, OLDEST) < 0) {
      throw new NotABackup("has tables of migration " + version + ", which knew no backups");
    }
    try (var connection = settings.connect()) {
      refuseUnlessEmpty(connection);
    }
    schema.migrateTo(version);
    try (var connection = settings.connect()) {
      connection.setAutoCommit(false);
      fill(connection);
      connection.commit();
    }
    schema.migrate();
    try (var connection = settings.connect()) {
      execute(connection, "analyze");
    }
  }

  private void refuseUnlessEmpty(Connection connection) throws SQLException {
    for (var table : Layout.of(connection).columns().keySet()) {
      if (SEEDED.contains(table)) continue;
      try (var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "select exists (select from %s)".formatted(Layout.quoted(table)))) {
        row.next();
        if (row.getBoolean(1)) {
          throw new CannotStart(
              "%s is not empty (there are rows in table %s): restore into a new data folder or an empty database"
                  .formatted(settings, table));
        }
      }
    }
  }

  private void fill(Connection connection) throws SQLException, IOException {
    var here = Layout.of(connection);
    var tables = file.manifest().tables();
    if (!here.columns().keySet().containsAll(tables.stream().map(Manifest.Table::name).toList())) {
      throw new NotABackup("has tables that its schema has not");
    }
    // Nobody comes between: a server that starts now waits, and finds a held copy.
    execute(
        connection,
        "lock table %s in access exclusive mode".formatted(Layout.quoted(here.columns().keySet())));
    refuseUnlessEmpty(connection);
    for (var seeded : SEEDED) execute(connection, "delete from " + Layout.quoted(seeded));
    for (var range : file.manifest().ranges()) make(connection, range);
    for (var table : tables) copy(connection, table);
    for (var sequence : file.manifest().sequences()) set(connection, sequence);
    settle(connection);
  }

  private static void make(Connection connection, Manifest.Range range) throws SQLException {
    if (!range.options().isEmpty() && !OPTIONS.matcher(range.options()).matches()) {
      throw new NotABackup("has a range with strange options: " + range.options());
    }
    execute(
        connection,
        "create table %s partition of %s for values from (%d) to (%d)%s"
            .formatted(
                Layout.quoted(range.name()),
                Layout.quoted(range.table()),
                range.from(),
                range.to(),
                range.options().isEmpty() ? "" : " with (%s)".formatted(range.options())));
  }

  // What triggers of a table write is in the backup already.
  private void copy(Connection connection, Manifest.Table table) throws SQLException, IOException {
    var name = Layout.quoted(table.name());
    execute(connection, "alter table %s disable trigger user".formatted(name));
    var command = "copy %s (%s) from stdin".formatted(name, Layout.quoted(table.columns()));
    var copier = connection.unwrap(PGConnection.class).getCopyAPI();
    try (var rows = file.rows(table)) {
      long copied = copier.copyIn(command, rows, 1 << 16);
      if (copied != table.rows()) {
        throw new NotABackup(
            "promises %d rows of %s and has %d".formatted(table.rows(), table.name(), copied));
      }
    }
    execute(connection, "alter table %s enable trigger user".formatted(name));
  }

  private static void set(Connection connection, Manifest.Sequence sequence) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select setval(pg_get_serial_sequence(quote_ident(?), ?), ?, false)")) {
      statement.setString(1, sequence.table());
      statement.setString(2, sequence.column());
      statement.setLong(3, sequence.next());
      statement.execute();
    }
  }

  /// A copy is not a second authority: no node of the original lives here, attempts that ran there
  /// are lost and asked about, and nothing starts before a person says so.
  private void settle(Connection connection) throws SQLException {
    execute(connection, "update node set dead = true, worker_until = least(worker_until, now())");
    execute(connection, "delete from message where worker is not null");
    execute(connection, "update partition set owner = null, generation = generation + 1");
    execute(connection, "delete from pool_grant");
    try (var lost =
        connection.prepareStatement(
            """
            update attempt a set state = 'lost', ended = clock_timestamp(), message = ?
            from live_run l where a.run = l.id and a.state = 'running' and a.worker <> 0
            """)) {
      lost.setString(1, Loss.RESTORED);
      lost.executeUpdate();
    }
    try (var held =
        connection.prepareStatement(
            """
            update cluster set id = gen_random_uuid(), copy_of = id, backed_up = ?,
              restored = clock_timestamp(), held_since = clock_timestamp()
            """)) {
      held.setObject(1, file.manifest().taken().atOffset(ZoneOffset.UTC));
      held.executeUpdate();
    }
    execute(
        connection,
        """
        insert into audit (at, who, action, subject, details)
        select restored, 'server', 'restore', 'server', jsonb_build_object('copyOf', copy_of, 'backedUp', backed_up)
        from cluster
        """);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
