package outturn.server.examples;

import java.nio.file.Path;
import outturn.store.database.ConnectionSettings;
import outturn.store.embedded.EmbeddedPostgres;
import outturn.store.folder.DataFolder;

/// An embedded PostgreSQL for the tasks of examples.
record ExampleDatabase(DataFolder folder, EmbeddedPostgres postgres) implements AutoCloseable {

  /// @param folder new; it can be removed after closing
  static ExampleDatabase start(Path folder) {
    var data = DataFolder.open(folder);
    var programs = Examples.ROOT.resolve("target/postgres");
    return new ExampleDatabase(data, EmbeddedPostgres.start(data, programs));
  }

  ConnectionSettings settings() {
    return postgres.connection();
  }

  @Override
  public void close() {
    postgres.close();
    folder.close();
  }
}
