package outturn.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outturn.store.database.ConnectionSettings;
import outturn.store.database.Database;
import outturn.store.database.Lane;
import outturn.store.embedded.EmbeddedPostgres;
import outturn.store.folder.CannotStart;
import outturn.store.folder.DataFolder;

/// A fresh database with the migrated tables, for one test class: a real PostgreSQL, shared by all
/// tests of the JVM and kept in `target` between runs. Use it as a static field and close it after
/// all tests.
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /// How many connections each lane has in tests.
  public static final Map<Lane, Integer> CONNECTIONS =
      Map.of(Lane.JOURNAL, 2, Lane.API, 4, Lane.WORKER, 4, Lane.SCREENS, 2);

  private final String name;
  private final ConnectionSettings settings;
  private final Database database;

  private TestDatabase(String name) {
    this.name = name;
    this.settings = Shared.POSTGRES.on(name);
    this.database = Database.open(settings, CONNECTIONS);
  }

  public static TestDatabase create() {
    var name = "test_" + COUNT.incrementAndGet();
    Shared.POSTGRES.execute("create database %s template test_template".formatted(name));
    return new TestDatabase(name);
  }

  /// A database without any table, which stays until the next tests begin.
  public static ConnectionSettings bare() {
    var name = "test_bare_" + COUNT.incrementAndGet();
    Shared.POSTGRES.execute("create database " + name);
    return Shared.POSTGRES.on(name);
  }

  /// Where several test JVMs share the unpacked programs of PostgreSQL.
  public static Path programs() {
    return Path.of(System.getProperty("outturn.root"), "target", "postgres");
  }

  public Database database() {
    return database;
  }

  public ConnectionSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    database.close();
    Shared.POSTGRES.execute("drop database %s with (force)".formatted(name));
  }

  private record Shared(ConnectionSettings settings) {
    static final Shared POSTGRES = start();

    private static Shared start() {
      var folder = freeFolder();
      var postgres = EmbeddedPostgres.start(folder, programs());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                postgres.close();
                folder.close();
              }));
      var shared = new Shared(postgres.connection());
      shared.dropAll();
      shared.execute("create database test_template");
      Database.open(shared.on("test_template"), CONNECTIONS).close();
      return shared;
    }

    // Another JVM may run tests of the same module at the same time.
    private static DataFolder freeFolder() {
      return IntStream.rangeClosed(1, 9)
          .mapToObj(i -> Path.of("target", "test-postgres-" + i))
          .flatMap(path -> {
            try {
              return Stream.of(DataFolder.open(path));
            } catch (CannotStart inUse) {
              return Stream.empty();
            }
          })
          .findFirst()
          .orElseThrow();
    }

    ConnectionSettings on(String database) {
      var url = settings.jdbcUrl();
      return new ConnectionSettings(
          url.substring(0, url.lastIndexOf('/') + 1) + database,
          settings.user(),
          settings.password());
    }

    void execute(String sql) {
      try (var connection = settings.connect();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    // What an earlier run left when it was killed.
    private void dropAll() {
      try (var connection = settings.connect();
          var statement = connection.createStatement();
          var left =
              statement.executeQuery(
                  "select datname from pg_database where datname like 'test%'")) {
        while (left.next()) {
          execute("drop database %s with (force)".formatted(left.getString(1)));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
