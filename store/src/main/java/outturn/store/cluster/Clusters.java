package outturn.store.cluster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;

/// The one row about the installation.
public final class Clusters {
  private final Jdbi jdbi;
  private final Audit audit;

  public Clusters(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.audit = new Audit(clock);
  }

  public Cluster read() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select * from cluster").map((row, _) -> of(row)).one());
  }

  private static Cluster of(ResultSet row) throws SQLException {
    var copyOf = row.getString("copy_of");
    Optional<Cluster.Copy> copy =
        copyOf == null
            ? Optional.empty()
            : Optional.of(
                new Cluster.Copy(
                    copyOf,
                    row.getTimestamp("backed_up").toInstant(),
                    row.getTimestamp("restored").toInstant()));
    var held = row.getTimestamp("held_since");
    return new Cluster(
        row.getString("id"), copy, Optional.ofNullable(held).map(Timestamp::toInstant));
  }

  /// Lets a held one go on; whether it was held.
  public boolean resume(String by) {
    return jdbi.inTransaction(handle -> {
      int held =
          handle.execute("update cluster set held_since = null where held_since is not null");
      if (held == 0) return false;
      audit.record(handle, new Act(by, "resume", "server", Map.of()));
      return true;
    });
  }
}
