package outturn.store.ownership;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Nodes and the partitions they own. Leases are set and compared by the database's clock alone.
public final class Nodes {
  public static final Duration LEASE = Duration.ofSeconds(10);

  // Same name: the data folder's lock is ours, so whoever held that name before is gone.
  private static final String BURY =
      """
      update node set dead = true
      where not dead and (lease_until < clock_timestamp() or (name = :name and incarnation <> :incarnation))
      """;

  private static final String REGISTER =
      """
      insert into node (name, version, lease_until)
      values (:name, :version, clock_timestamp() + make_interval(secs => :lease))
      returning incarnation
      """;

  private static final String RENEW =
      """
      update node set lease_until = clock_timestamp() + make_interval(secs => :lease)
      where incarnation = :incarnation and not dead
      """;

  // A new generation, also for partitions that are ours already: what was sent before no longer
  // counts.
  private static final String CLAIM =
      """
      update partition set owner = :incarnation, generation = generation + 1
      where owner is null or owner = :incarnation
        or owner in (select incarnation from node where dead)
      returning id, generation
      """;

  private static final String OTHER =
      """
      select name || ', started ' || started from node
      where not dead and incarnation <> :incarnation order by incarnation limit 1
      """;

  private final Jdbi jdbi;
  private final String name;

  /// @param name of the node, kept over restarts
  public Nodes(Jdbi jdbi, String name) {
    this.jdbi = jdbi;
    this.name = name;
  }

  /// Begins a new incarnation with a fresh lease and answers its number.
  public long register(String version) {
    return jdbi.inTransaction(handle ->
        handle
            .createQuery(REGISTER)
            .bind("name", name)
            .bind("version", version)
            .bind("lease", LEASE.toSeconds())
            .mapTo(Long.class)
            .one());
  }

  /// Renews the lease; false means that another node has declared this incarnation dead.
  public boolean renew(long incarnation) {
    return jdbi.inTransaction(handle ->
        handle
                .createUpdate(RENEW)
                .bind("lease", LEASE.toSeconds())
                .bind("incarnation", incarnation)
                .execute()
            == 1);
  }

  /// Takes all partitions that no living node owns, each under a new generation.
  ///
  /// @return generation by partition
  public Map<Integer, Long> claim(long incarnation) {
    return jdbi.inTransaction(handle -> {
      handle.createUpdate(BURY).bind("name", name).bind("incarnation", incarnation).execute();
      return claimed(handle, incarnation);
    });
  }

  private static Map<Integer, Long> claimed(Handle handle, long incarnation) {
    var generations = new HashMap<Integer, Long>();
    handle
        .createQuery(CLAIM)
        .bind("incarnation", incarnation)
        .map((row, _) -> Map.entry(row.getInt("id"), row.getLong("generation")))
        .forEach(entry -> generations.put(entry.getKey(), entry.getValue()));
    return generations;
  }

  /// Another node that lives, in words.
  public Optional<String> other(long incarnation) {
    return jdbi.withHandle(handle ->
        handle.createQuery(OTHER).bind("incarnation", incarnation).mapTo(String.class).findOne());
  }

  /// Ends the incarnation: its partitions are free at once.
  public void leave(long incarnation) {
    jdbi.useTransaction(handle -> {
      handle
          .createUpdate("update partition set owner = null where owner = :incarnation")
          .bind("incarnation", incarnation)
          .execute();
      handle
          .createUpdate("update node set dead = true where incarnation = :incarnation")
          .bind("incarnation", incarnation)
          .execute();
    });
  }
}
