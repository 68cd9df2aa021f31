package outturn.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import outturn.store.database.ConnectionSettings;
import outturn.store.database.Database;
import outturn.store.database.Lane;
import outturn.store.embedded.EmbeddedPostgres;
import outturn.store.folder.DataFolder;

/// A new database with all tables, in one PostgreSQL for all tests of a virtual machine.
public final class RecordsDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();

  private final Database database;

  private RecordsDatabase(Database database) {
    this.database = database;
  }

  public static RecordsDatabase open() {
    var server = POSTGRES.connection();
    var name = "records" + COUNT.incrementAndGet();
    Jdbi.create(server.jdbcUrl(), server.user(), server.password())
        .useHandle(handle -> handle.execute("create database " + name));
    var url = server.jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
    return new RecordsDatabase(
        Database.open(new ConnectionSettings(url, server.user(), server.password())));
  }

  public Jdbi jdbi() {
    return database.jdbi(Lane.API);
  }

  @Override
  public void close() {
    database.close();
  }

  private static EmbeddedPostgres start() {
    try {
      var path = Files.createTempDirectory("outturn-records");
      var postgres = EmbeddedPostgres.start(DataFolder.open(path.resolve("data")));
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> {
            postgres.close();
            delete(path);
          }));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try (var all = Files.walk(path)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
