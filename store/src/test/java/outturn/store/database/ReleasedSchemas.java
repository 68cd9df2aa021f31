package outturn.store.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import outturn.store.TestDatabase;

/// Databases as earlier versions of the program left them, with rows in every table. The rows that
/// a migration makes possible are in `rows/VERSION.sql`.
public final class ReleasedSchemas {
  private ReleasedSchemas() {}

  public static List<String> versions() {
    var any = TestDatabase.bare();
    return new Schema(any).versions();
  }

  /// A new database with the tables of that version and rows in them.
  public static ConnectionSettings filled(String version) {
    var settings = TestDatabase.bare();
    new Schema(settings).migrateTo(version);
    try (var connection = settings.connect();
        var statement = connection.createStatement()) {
      for (var each : versions()) {
        if (Schema.compare(each, version) <= 0) statement.execute(rows(each));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return settings;
  }

  private static String rows(String version) {
    var name = "rows/V%s.sql".formatted(version);
    try (var file = ReleasedSchemas.class.getResourceAsStream(name)) {
      var there =
          Optional.ofNullable(file)
              .orElseThrow(
                  () -> new AssertionError("write rows for migration V" + version + ": " + name));
      return new String(there.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
