package outturn.store.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import outturn.store.database.ConnectionSettings;

/// Tells nodes at once that there is something new for them: a message, or a change of nodes. It is
/// a hint only: what is missed is found by the next look at the rows.
///
/// One thread waits on it.
public final class Bell implements AutoCloseable {
  private static final String CHANNEL = "outturn";

  private final ConnectionSettings settings;
  private @Nullable Connection connection;

  public Bell(ConnectionSettings settings) {
    this.settings = settings;
  }

  /// Rings on every node when the caller's transaction commits.
  public static void ring(Handle handle) {
    handle.createQuery("select 1 from pg_notify('" + CHANNEL + "', '')").mapTo(int.class).one();
  }

  /// Waits until somebody rings, at most so long; whether somebody did. Connects when it has to.
  ///
  /// @throws UncheckedIOException when the database is away
  public boolean await(Duration longest) {
    try {
      var waiting = connected();
      var rings = waiting.unwrap(PGConnection.class).getNotifications((int) longest.toMillis());
      return rings != null && rings.length > 0;
    } catch (SQLException lost) {
      disconnect();
      throw new UncheckedIOException(new IOException("the database is away", lost));
    }
  }

  private Connection connected() throws SQLException {
    var known = connection;
    if (known != null) return known;
    var fresh = settings.connect();
    try (var statement = fresh.createStatement()) {
      statement.execute("set application_name = 'outturn bell'; listen " + CHANNEL);
    }
    connection = fresh;
    return fresh;
  }

  private void disconnect() {
    var known = connection;
    connection = null;
    if (known == null) return;
    try {
      known.close();
    } catch (SQLException gone) {
      // It was lost already.
    }
  }

  @Override
  public void close() {
    disconnect();
  }
}
