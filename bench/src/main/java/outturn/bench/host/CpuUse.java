package outturn.bench.host;

import java.time.Duration;

/// CPU time of a server and of its PostgreSQL.
public record CpuUse(Duration server, Duration postgres) {

  /// What was used from an earlier reading to this one.
  public CpuUse since(CpuUse earlier) {
    return new CpuUse(server.minus(earlier.server), postgres.minus(earlier.postgres));
  }

  public Duration total() {
    return server.plus(postgres);
  }
}
