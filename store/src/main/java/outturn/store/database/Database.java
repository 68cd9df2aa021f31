package outturn.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import outturn.store.folder.CannotStart;

/// The database of a server, with the tables that it needs: one pool of connections per [Lane].
public final class Database implements AutoCloseable {
  private static final int OLDEST_MAJOR = 15;

  // The first version that can limit a whole transaction.
  private static final int LIMITS_TRANSACTIONS = 17;

  private final Map<Lane, HikariDataSource> pools = new EnumMap<>(Lane.class);
  private final Map<Lane, Jdbi> jdbis = new EnumMap<>(Lane.class);

  private Database() {}

  public static Database open(ConnectionSettings settings) {
    return open(settings, Map.of());
  }

  /// Connects and migrates the tables; `connections` overrides sizes of lanes. Throws [CannotStart]
  /// if the server does not answer or is too old, or if the tables belong to a newer program.
  public static Database open(ConnectionSettings settings, Map<Lane, Integer> connections) {
    var major = majorVersion(settings);
    new Schema(settings).migrate();
    var database = new Database();
    for (var lane : Lane.values()) {
      var pool =
          new HikariDataSource(
              pool(settings, lane, connections.getOrDefault(lane, lane.connections()), major));
      database.pools.put(lane, pool);
      database.jdbis.put(lane, Jdbi.create(pool));
    }
    return database;
  }

  public Jdbi jdbi(Lane lane) {
    return opened(jdbis, lane);
  }

  /// For what serves requests of all lanes: each takes a connection of its own lane ([OnBehalf]),
  /// of [Lane#API] where nothing is said.
  public Jdbi requests() {
    return Jdbi.create(() -> dataSource(OnBehalf.asking()).getConnection());
  }

  public DataSource dataSource(Lane lane) {
    return opened(pools, lane);
  }

  /// How the connections of a lane are used now.
  ///
  /// @param waiting callers without one
  public record Use(int used, int idle, int limit, int waiting) {}

  public Use use(Lane lane) {
    var source = opened(pools, lane);
    var pool = source.getHikariPoolMXBean();
    return new Use(
        pool.getActiveConnections(),
        pool.getIdleConnections(),
        source.getMaximumPoolSize(),
        pool.getThreadsAwaitingConnection());
  }

  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
  }

  private static <T> T opened(Map<Lane, T> each, Lane lane) {
    var found = each.get(lane);
    if (found == null) {
      throw new IllegalStateException("no lane " + lane);
    }
    return found;
  }

  private static int majorVersion(ConnectionSettings settings) {
    try (var connection = settings.connect()) {
      var server = connection.getMetaData();
      if (server.getDatabaseMajorVersion() < OLDEST_MAJOR) {
        throw new CannotStart(
            "%s is PostgreSQL %s: Outturn needs version %d or newer"
                .formatted(settings, server.getDatabaseProductVersion(), OLDEST_MAJOR));
      }
      return server.getDatabaseMajorVersion();
    } catch (SQLException e) {
      throw new CannotStart("cannot connect as %s: %s".formatted(settings, e.getMessage()), e);
    }
  }

  private static HikariConfig pool(
      ConnectionSettings settings, Lane lane, int connections, int major) {
    var config = new HikariConfig();
    config.setPoolName(lane.word());
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(lane.patience().toMillis());
    config.addDataSourceProperty("ApplicationName", "outturn " + config.getPoolName());
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", "5");
    // Beyond the server's own limits: only a dead network gets here.
    config.addDataSourceProperty("socketTimeout", Long.toString(lane.limit().toSeconds() + 2));
    config.addDataSourceProperty("options", limits(lane, major) + lane.planning());
    return config;
  }

  private static String limits(Lane lane, int major) {
    var limit = lane.limit().toMillis();
    var whole = major >= LIMITS_TRANSACTIONS ? "transaction_timeout" : "statement_timeout";
    return "-c idle_in_transaction_session_timeout=%d -c %s=%d".formatted(limit, whole, limit);
  }
}
