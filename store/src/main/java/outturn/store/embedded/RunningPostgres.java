package outturn.store.embedded;

import java.nio.file.Path;
import java.util.Optional;
import outturn.store.database.ConnectionSettings;
import outturn.store.folder.PrivateFile;

/// The embedded PostgreSQL of a data folder, as another process on this host finds it.
///
/// @param pid of the postmaster, whose children are all other processes of PostgreSQL
/// @param connection to the server's database
public record RunningPostgres(long pid, ConnectionSettings connection) {

  /// Empty where none runs.
  ///
  /// @param folder the data folder of a server
  public static Optional<RunningPostgres> of(Path folder) {
    var postgres = folder.resolve("postgres");
    var password = new PrivateFile(postgres.resolve("password")).read();
    return Postmaster.of(postgres.resolve("data"))
        .filter(found -> ProcessHandle.of(found.pid()).isPresent())
        .flatMap(found ->
            password.map(secret ->
                new RunningPostgres(
                    found.pid(), EmbeddedPostgres.connection(found.port(), secret))));
  }
}
