package outturn.store.embedded;

import java.nio.file.Path;
import java.sql.SQLException;
import outturn.store.folder.DataFolder;

/// A server that dies without a chance to stop its PostgreSQL. Arguments: data folder, programs.
final class KilledServer {
  private KilledServer() {}

  public static void main(String[] args) throws SQLException {
    var postgres = EmbeddedPostgres.start(DataFolder.open(Path.of(args[0])), Path.of(args[1]));
    try (var connection = postgres.connection().connect();
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select 42 as answer");
    }
    Runtime.getRuntime().halt(9);
  }
}
