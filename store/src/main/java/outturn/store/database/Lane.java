package outturn.store.database;

import java.time.Duration;
import java.util.Locale;

/// A purpose with connections of its own, so that no number of open screens delays a task.
public enum Lane {
  /// The engine's decisions. A frozen node may hold a lock for no longer than a third of its
  /// ten-second lease. Its few statements find rows by their keys: they are planned once, for that,
  /// and not for what a table happens to hold when a connection is new.
  JOURNAL(2, Duration.ofSeconds(5), Duration.ofMillis(3_333)),
  /// Requests of programs and people.
  API(8, Duration.ofSeconds(3), Duration.ofSeconds(30)),
  /// Reports, logs and outputs of tasks.
  WORKER(12, Duration.ofSeconds(30), Duration.ofSeconds(60)),
  /// Lists and live views.
  SCREENS(6, Duration.ofSeconds(3), Duration.ofSeconds(30));

  private final int connections;
  private final Duration patience;
  private final Duration limit;

  Lane(int connections, Duration patience, Duration limit) {
    this.connections = connections;
    this.patience = patience;
    this.limit = limit;
  }

  /// What PostgreSQL is told about the plans of its statements.
  String planning() {
    if (this != JOURNAL) return "";
    return " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off"
        + " -c enable_mergejoin=off";
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How many connections it has unless the settings say otherwise.
  public int connections() {
    return connections;
  }

  /// How long a caller waits for a free connection.
  public Duration patience() {
    return patience;
  }

  /// How long one transaction may take, or one statement where the server is older than 17.
  public Duration limit() {
    return limit;
  }
}
