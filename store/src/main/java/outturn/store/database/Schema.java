package outturn.store.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import outturn.store.folder.CannotStart;

/// The tables, brought to the state that this program needs by the migrations in
/// `outturn/store/migration`.
public final class Schema {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  // A change of a table waits behind long transactions, and everything else waits behind it: so it
  // gives up soon and
  // tries again. 150 times 200 ms of waiting and 200 ms of pause are a minute.
  private static final String GIVE_UP_SOON = "-c lock_timeout=200ms";
  private static final int TRIES = 150;
  private static final int PAUSE_MILLIS = 200;

  private final Flyway flyway;
  private final ConnectionSettings settings;

  public Schema(ConnectionSettings settings) {
    this.settings = settings;
    this.flyway =
        Flyway.configure()
            .jdbcProperties(Map.of("options", GIVE_UP_SOON))
            .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
            .locations("classpath:outturn/store/migration")
            .validateMigrationNaming(true)
            .table("schema_history")
            .cleanDisabled(true)
            .loggers("slf4j")
            .load();
  }

  /// The versions of all migrations that this program has, oldest first.
  public List<String> versions() {
    return Arrays.stream(flyway.info().all())
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .map(MigrationVersion::getVersion)
        .toList();
  }

  /// The order of two versions, such as `006` and `7`.
  public static int compare(String one, String other) {
    return MigrationVersion.fromVersion(one).compareTo(MigrationVersion.fromVersion(other));
  }

  /// Brings the tables to the newest form; throws [CannotStart].
  public void migrate() {
    migrate(flyway);
  }

  /// Brings the tables to the form that they had after an earlier migration.
  public void migrateTo(String version) {
    migrate(Flyway.configure().configuration(flyway.getConfiguration()).target(version).load());
  }

  private void migrate(Flyway flyway) {
    for (var tries = 1; ; tries++) {
      try {
        refuseNewer();
        flyway.migrate();
        return;
      } catch (FlywayException e) {
        if (!waitedForLock(e) || tries == TRIES) {
          throw new CannotStart(
              "cannot prepare the tables of %s: %s".formatted(settings, e.getMessage()), e);
        }
        pause();
      }
    }
  }

  private void refuseNewer() {
    var unknown =
        Arrays.stream(flyway.info().applied())
            .filter(m ->
                m.getState() == MigrationState.FUTURE_SUCCESS
                    || m.getState() == MigrationState.FUTURE_FAILED)
            .map(MigrationInfo::getVersion)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw new CannotStart(
          "the tables of %s were made by a newer Outturn (it knows migration %s, this one does not): start that version"
              .formatted(settings, unknown));
    }
  }

  private static boolean waitedForLock(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("interrupted while the tables are prepared", e);
    }
  }
}
