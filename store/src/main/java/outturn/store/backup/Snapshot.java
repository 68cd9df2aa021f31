package outturn.store.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import outturn.store.database.ConnectionSettings;

/// A database as it is at one moment, while others go on to change it: one transaction that sees
/// nothing of what is committed after its begin. It keeps old rows from being cleared away for as
/// long as it is open.
public final class Snapshot implements AutoCloseable {
  private static final String SEQUENCES =
      """
      select c.relname, a.attname, pg_get_serial_sequence(quote_ident(c.relname), a.attname)
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and a.attidentity <> ''
      order by c.relname
      """;

  private static final String NEWEST =
      """
      select version from schema_history where success and version is not null
      order by string_to_array(version, '.')::int[] desc limit 1
      """;

  private final Connection connection;
  private final Layout layout;
  private final String schema;
  private final String cluster;
  private final Instant taken;

  private Snapshot(Connection connection, Layout layout) throws SQLException {
    this.connection = connection;
    this.layout = layout;
    this.schema = one(NEWEST);
    this.cluster = one("select id from cluster");
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select now()")) {
      row.next();
      this.taken = row.getTimestamp(1).toInstant();
    }
  }

  /// Opens one, on a connection of its own that no lane's limits apply to.
  public static Snapshot take(ConnectionSettings settings) {
    try {
      return taken(settings);
    } catch (SQLException failure) {
      throw new IllegalStateException("no backup: " + failure.getMessage(), failure);
    }
  }

  private static Snapshot taken(ConnectionSettings settings) throws SQLException {
    var connection = settings.connect();
    try {
      var tables = Layout.of(connection).columns().keySet();
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      // Before the first look, which fixes the moment: a range that is dropped after it would be
      // missed.
      try (var statement = connection.createStatement()) {
        statement.execute("lock table %s in access share mode".formatted(Layout.quoted(tables)));
      }
      var layout = Layout.of(connection);
      if (!layout.columns().keySet().equals(tables)) {
        throw new SQLException("the tables are being changed; try again in a minute");
      }
      return new Snapshot(connection, layout);
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  /// Writes all of it as a zip archive: an entry for each table, and the manifest as the last one.
  /// Keeps nothing in memory but a few buffers.
  ///
  /// @throws IOException when it cannot be written, or the database breaks off
  public Manifest write(OutputStream out) throws IOException {
    try {
      return written(out);
    } catch (SQLException failure) {
      throw new IOException("the database broke off: " + failure.getMessage(), failure);
    }
  }

  private Manifest written(OutputStream out) throws SQLException, IOException {
    var zip = new ZipOutputStream(out);
    // Logs are compressed already, and a server's processors have other work.
    zip.setLevel(Deflater.BEST_SPEED);
    var tables = new ArrayList<Manifest.Table>();
    for (var table : layout.columns().entrySet()) {
      tables.add(copy(zip, new Manifest.Table(table.getKey(), table.getValue(), 0, "")));
    }
    var manifest =
        new Manifest(Manifest.FORMAT, schema, cluster, taken, tables, layout.ranges(), sequences());
    zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
    zip.write(manifest.json());
    zip.closeEntry();
    zip.finish();
    zip.flush();
    return manifest;
  }

  private Manifest.Table copy(ZipOutputStream zip, Manifest.Table table)
      throws SQLException, IOException {
    zip.putNextEntry(new ZipEntry(table.entry()));
    var digest = sha256();
    var columns = Layout.quoted(table.columns());
    var command =
        "copy (select %s from %s) to stdout".formatted(columns, Layout.quoted(table.name()));
    var copier = connection.unwrap(PGConnection.class).getCopyAPI();
    long rows = copier.copyOut(command, new Open(new DigestOutputStream(zip, digest)));
    zip.closeEntry();
    return new Manifest.Table(
        table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.digest()));
  }

  /// Stays open when what writes to it ends.
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  // Numbers are given out without waiting for a commit, so these are past all that the rows have.
  private List<Manifest.Sequence> sequences() throws SQLException {
    var sequences = new ArrayList<Manifest.Sequence>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(SEQUENCES)) {
      while (rows.next()) {
        var next = "select case when is_called then last_value + 1 else last_value end from ";
        sequences.add(
            new Manifest.Sequence(
                rows.getString(1),
                rows.getString(2),
                Long.parseLong(one(next + rows.getString(3)))));
      }
    }
    return sequences;
  }

  private String one(String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      throw new IllegalStateException("the connection of a backup does not close", gone);
    }
  }
}
