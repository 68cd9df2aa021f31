package outturn.store.ownership;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.database.AdvisoryLock;
import outturn.store.database.SqlArray;
import outturn.store.mailbox.Bell;

/// The nodes that a PostgreSQL knows.
public final class SqlNodes implements Nodes {
  private static final String REGISTER =
      """
      insert into node (name, version, lease_until, worker_until)
      values (:name, :version, clock_timestamp() + make_interval(secs => :lease),
        clock_timestamp() + make_interval(secs => :worker))
      returning incarnation
      """;
  private static final String RENEW =
      """
      update node set
        steady_since = case
          when clock_timestamp() - (lease_until - make_interval(secs => :lease)) > make_interval(secs => :gap)
          then clock_timestamp() else steady_since end,
        lease_until = clock_timestamp() + make_interval(secs => :lease)
      where incarnation = :incarnation and not dead
      """;
  private static final String RENEW_WORKERS =
      """
      update node set worker_until = clock_timestamp() + make_interval(secs => :worker)
      where incarnation = any(:incarnations) and worker_until > clock_timestamp()
      """;
  private static final String LOCK_SELF =
      "select 1 from node where incarnation = :incarnation and not dead for update";
  // A predecessor under our name is gone: the data folder's lock is ours. Others are declared dead
  // only by a node that the database has heard of for a whole lease, and not just after the
  // database itself has come back: they get the time to renew.
  private static final String EXPIRED =
      """
      select n.incarnation from node n join node me on me.incarnation = :incarnation
      where not n.dead and n.incarnation <> me.incarnation
        and ((n.name = me.name and n.incarnation < me.incarnation)
          or (n.lease_until < clock_timestamp()
            and greatest(me.steady_since, pg_postmaster_start_time()) + make_interval(secs => :lease)
              < clock_timestamp()))
      """;
  private static final String BURY =
      "update node set dead = true, fence = fence + 1 where incarnation = any(:incarnations)";
  private static final String LIVING =
      """
      select n.incarnation, n.draining, (select count(*) from partition p where p.owner = n.incarnation) as owned
      from node n
      where not n.dead and n.incarnation <> all(:expired) order by n.incarnation
      """;
  private static final String FREE =
      """
      select count(*) from partition p left join node n on n.incarnation = p.owner
      where n.incarnation is null or n.dead or n.incarnation = any(:expired)
      """;
  private static final String GIVE_AWAY =
      """
      update partition set owner = null
      where id in (select id from partition where owner = :incarnation order by id desc limit :surplus)
      """;
  private static final String TAKE =
      """
      update partition set owner = :incarnation
      where id in (
        select p.id from partition p left join node n on n.incarnation = p.owner
        where n.incarnation is null or n.dead order by p.id limit :missing)
      """;
  private static final String OWN =
      """
      update partition set generation = generation + 1 where owner = :incarnation returning id
      """;
  private static final String MOVE_FENCE =
      "update node set fence = fence + 1 where incarnation = :incarnation returning fence";
  // Nothing refers to them any more: their attempts were declared lost long ago.
  private static final String SWEEP =
      """
      delete from node n
      where dead and worker_until < clock_timestamp() - interval '30 days'
        and not exists (select from partition p where p.owner = n.incarnation)
      """;
  // To workers that are not there any more.
  private static final String DEAD_LETTERS =
      """
      delete from message
      where worker is not null and not exists (
        select from node n
        where n.incarnation = worker and n.worker_until + make_interval(secs => :grace) > clock_timestamp())
      """;
  private static final String AUDIBLE =
      """
      select incarnation from node
      where worker_until + make_interval(secs => :grace) > clock_timestamp()
      """;

  private final Jdbi jdbi;
  private final String name;
  private final Duration workerLease;

  /// @param name of the node, kept over restarts
  /// @param workerLease how long attempts of a node that is not heard of count as under way
  public SqlNodes(Jdbi jdbi, String name, Duration workerLease) {
    this.jdbi = jdbi;
    this.name = name;
    this.workerLease = workerLease;
  }

  @Override
  public long register(String version) {
    return jdbi.inTransaction(handle -> {
      var incarnation =
          handle
              .createQuery(REGISTER)
              .bind("name", name)
              .bind("version", version)
              .bind("lease", LEASE.toSeconds())
              .bind("worker", workerLease.toSeconds())
              .mapTo(Long.class)
              .one();
      Bell.ring(handle);
      return incarnation;
    });
  }

  @Override
  public Renewal renew(long incarnation, Collection<Long> workers) {
    return jdbi.inTransaction(handle -> {
      boolean alive =
          handle
                  .createUpdate(RENEW)
                  .bind("lease", LEASE.toSeconds())
                  .bind("gap", GAP.toSeconds())
                  .bind("incarnation", incarnation)
                  .execute()
              == 1;
      int held =
          handle
              .createUpdate(RENEW_WORKERS)
              .bind("worker", workerLease.toSeconds())
              .bind("incarnations", SqlArray.longs(workers))
              .execute();
      var share = share(handle, incarnation, expired(handle, incarnation));
      return new Renewal(alive, held == workers.size(), share.even(), audible(handle));
    });
  }

  @Override
  public Optional<Claim> take(long incarnation) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, "nodes");
      // Waits for a batch that is being committed.
      if (!locked(handle, incarnation)) return Optional.empty();
      var expired = expired(handle, incarnation);
      bury(handle, expired);
      var share = share(handle, incarnation, List.of());
      handle
          .createUpdate(GIVE_AWAY)
          .bind("incarnation", incarnation)
          .bind("surplus", share.surplus())
          .execute();
      handle
          .createUpdate(TAKE)
          .bind("incarnation", incarnation)
          .bind("missing", share.missing())
          .execute();
      handle.createUpdate(SWEEP).execute();
      handle.createUpdate(DEAD_LETTERS).bind("grace", KILL_GRACE.toSeconds()).execute();
      if (share.surplus() > 0) Bell.ring(handle);
      return Optional.of(claim(handle, incarnation));
    });
  }

  private static boolean locked(Handle handle, long incarnation) {
    return handle
        .createQuery(LOCK_SELF)
        .bind("incarnation", incarnation)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static List<Long> expired(Handle handle, long incarnation) {
    return handle
        .createQuery(EXPIRED)
        .bind("incarnation", incarnation)
        .bind("lease", LEASE.toSeconds())
        .mapTo(Long.class)
        .list();
  }

  private static void bury(Handle handle, List<Long> expired) {
    if (expired.isEmpty()) return;
    // The strongest lock: it waits for a batch of theirs that is being committed.
    handle
        .createQuery(
            "select 1 from node where incarnation = any(:incarnations) order by incarnation for update")
        .bind("incarnations", SqlArray.longs(expired))
        .mapTo(Integer.class)
        .list();
    handle.createUpdate(BURY).bind("incarnations", SqlArray.longs(expired)).execute();
  }

  private static Share share(Handle handle, long incarnation, List<Long> expired) {
    var living =
        handle
            .createQuery(LIVING)
            .bind("expired", SqlArray.longs(expired))
            .map((row, _) ->
                new Share.Living(
                    row.getLong("incarnation"), row.getBoolean("draining"), row.getInt("owned")))
            .list();
    int free =
        handle
            .createQuery(FREE)
            .bind("expired", SqlArray.longs(expired))
            .mapTo(Integer.class)
            .one();
    return Share.of(incarnation, living, free);
  }

  private static Claim claim(Handle handle, long incarnation) {
    var partitions =
        handle
            .createQuery(OWN)
            .bind("incarnation", incarnation)
            .mapTo(Integer.class)
            .collect(java.util.stream.Collectors.toSet());
    long fence =
        handle.createQuery(MOVE_FENCE).bind("incarnation", incarnation).mapTo(Long.class).one();
    return new Claim(new Fence(incarnation, fence), partitions, audible(handle));
  }

  private static Audible audible(Handle handle) {
    var at =
        handle
            .createQuery("select clock_timestamp()")
            .map((row, _) -> row.getTimestamp(1).toInstant())
            .one();
    return new Audible(
        at,
        new HashSet<>(
            handle
                .createQuery(AUDIBLE)
                .bind("grace", KILL_GRACE.toSeconds())
                .mapTo(Long.class)
                .list()));
  }

  @Override
  public List<Long> predecessors(long incarnation) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select incarnation from node where name = :name and incarnation < :mine")
            .bind("name", name)
            .bind("mine", incarnation)
            .mapTo(Long.class)
            .list());
  }

  @Override
  public void silence(Collection<Long> incarnations) {
    jdbi.useTransaction(handle -> {
      handle
          .createUpdate(
              "update node set worker_until = '-infinity' where incarnation = any(:incarnations)")
          .bind("incarnations", SqlArray.longs(incarnations))
          .execute();
      Bell.ring(handle);
    });
  }

  @Override
  public void drain(long incarnation) {
    jdbi.useTransaction(handle -> {
      handle
          .createUpdate("update node set draining = true where incarnation = :incarnation")
          .bind("incarnation", incarnation)
          .execute();
      Bell.ring(handle);
    });
  }

  @Override
  public void leave(long incarnation) {
    jdbi.useTransaction(handle -> {
      AdvisoryLock.take(handle, "nodes");
      bury(handle, List.of(incarnation));
      handle
          .createUpdate("update partition set owner = null where owner = :incarnation")
          .bind("incarnation", incarnation)
          .execute();
      handle
          .createUpdate(
              "update node set worker_until = '-infinity' where incarnation = :incarnation")
          .bind("incarnation", incarnation)
          .execute();
      Bell.ring(handle);
    });
  }

  @Override
  public List<NodeStatus> all() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select n.*, lease_until < clock_timestamp() as silent,
                  array(select p.id from partition p where p.owner = n.incarnation order by p.id) as partitions
                from node n
                where not dead or worker_until + make_interval(secs => :grace) > clock_timestamp()
                order by incarnation
                """)
            .bind("grace", KILL_GRACE.toSeconds())
            .map((row, _) -> status(row))
            .list());
  }

  private static NodeStatus status(java.sql.ResultSet row) throws SQLException {
    return new NodeStatus(
        row.getLong("incarnation"),
        row.getString("name"),
        row.getString("version"),
        state(row),
        new NodeStatus.Times(
            row.getTimestamp("started").toInstant(),
            row.getTimestamp("lease_until").toInstant(),
            row.getTimestamp("worker_until").toInstant()),
        List.of((Short[]) row.getArray("partitions").getArray()).stream()
            .map(Short::intValue)
            .toList());
  }

  private static NodeStatus.State state(java.sql.ResultSet row) throws SQLException {
    if (row.getBoolean("dead")) return NodeStatus.State.DEAD;
    if (row.getBoolean("silent")) return NodeStatus.State.SILENT;
    return row.getBoolean("draining") ? NodeStatus.State.DRAINING : NodeStatus.State.LIVING;
  }
}
