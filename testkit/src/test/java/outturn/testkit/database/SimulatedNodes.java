package outturn.testkit.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import outturn.engine.run.Partition;
import outturn.store.ownership.Audible;
import outturn.store.ownership.Claim;
import outturn.store.ownership.Fence;
import outturn.store.ownership.NodeStatus;
import outturn.store.ownership.Nodes;
import outturn.store.ownership.Share;

/// The tables of nodes and partitions in memory; each call is one transaction.
public final class SimulatedNodes {
  private static final Duration KEPT = Duration.ofDays(30);

  private final InstantSource clock;
  private final Map<Long, Row> rows = new TreeMap<>();
  // The incarnation that owns each partition, 0 for none.
  private final long[] owners = new long[Partition.COUNT];
  private final SimulatedMailbox mailbox;
  private final Runnable bell;
  private Instant databaseStarted;
  private long newest;

  private static final class Row {
    private final long incarnation;
    private final String name;
    private final String version;
    private final Instant started;
    private long fence;
    private boolean dead;
    private boolean draining;
    private Instant leaseUntil;
    private Instant workerUntil;
    private Instant steadySince;

    Row(long incarnation, String name, String version, Instant now, Duration workerLease) {
      this.incarnation = incarnation;
      this.name = name;
      this.version = version;
      this.started = now;
      this.steadySince = now;
      this.leaseUntil = now.plus(Nodes.LEASE);
      this.workerUntil = now.plus(workerLease);
    }
  }

  /// @param mailbox from which letters to workers that are no more are deleted
  /// @param bell rung by what others have to look at
  SimulatedNodes(InstantSource clock, SimulatedMailbox mailbox, Runnable bell) {
    this.clock = clock;
    this.mailbox = mailbox;
    this.bell = bell;
    this.databaseStarted = clock.instant();
  }

  /// The database has been started anew.
  public void databaseStarts() {
    databaseStarted = clock.instant();
  }

  public boolean stands(Fence fence) {
    var row = rows.get(fence.incarnation());
    return row != null && !row.dead && row.fence == fence.number();
  }

  /// The incarnation that began last.
  public long newest() {
    return newest;
  }

  public Nodes named(String name, Duration workerLease) {
    return new Named(name, workerLease);
  }

  private List<Row> expired(@Nullable Row me) {
    if (me == null) return List.of();
    var now = clock.instant();
    var known = me.steadySince.isAfter(databaseStarted) ? me.steadySince : databaseStarted;
    boolean steady = known.plus(Nodes.LEASE).isBefore(now);
    return rows.values().stream()
        .filter(row -> !row.dead && row != me)
        .filter(row ->
            (row.name.equals(me.name) && row.incarnation < me.incarnation)
                || (steady && row.leaseUntil.isBefore(now)))
        .toList();
  }

  private static void bury(List<Row> expired) {
    for (var row : expired) {
      row.dead = true;
      row.fence++;
    }
  }

  private Share share(long incarnation, List<Row> expired) {
    var living =
        rows.values().stream()
            .filter(row -> !row.dead && !expired.contains(row))
            .map(row -> new Share.Living(row.incarnation, row.draining, count(row.incarnation)))
            .toList();
    int free = 0;
    for (int part : Partition.ALL) if (free(part, expired)) free++;
    return Share.of(incarnation, living, free);
  }

  private boolean free(int partition, List<Row> expired) {
    if (owners[partition] == 0) return true;
    var row = rows.get(owners[partition]);
    return row == null || row.dead || expired.contains(row);
  }

  private int count(long incarnation) {
    int count = 0;
    for (long owner : owners) if (owner == incarnation) count++;
    return count;
  }

  private NavigableSet<Integer> owned(long incarnation) {
    var owned = new TreeSet<Integer>();
    for (int part : Partition.ALL) if (owners[part] == incarnation) owned.add(part);
    return owned;
  }

  private Audible audible() {
    var audible = new HashSet<Long>();
    for (var row : rows.values()) {
      if (row.workerUntil.plus(Nodes.KILL_GRACE).isAfter(clock.instant())) {
        audible.add(row.incarnation);
      }
    }
    return new Audible(clock.instant(), audible);
  }

  /// The table as the node of one name sees it.
  private final class Named implements Nodes {
    private final String name;
    private final Duration workerLease;

    Named(String name, Duration workerLease) {
      this.name = name;
      this.workerLease = workerLease;
    }

    @Override
    public long register(String version) {
      rows.put(++newest, new Row(newest, name, version, clock.instant(), workerLease));
      bell.run();
      return newest;
    }

    @Override
    public Renewal renew(long incarnation, Collection<Long> workers) {
      var now = clock.instant();
      @Nullable Row me = rows.get(incarnation);
      boolean alive = me != null && !me.dead;
      if (me != null && alive) {
        var before = me.leaseUntil.minus(LEASE);
        if (Duration.between(before, now).compareTo(GAP) > 0) me.steadySince = now;
        me.leaseUntil = now.plus(LEASE);
      }
      int held = 0;
      for (long worker : workers) {
        @Nullable Row row = rows.get(worker);
        if (row == null || !row.workerUntil.isAfter(now)) continue;
        row.workerUntil = now.plus(workerLease);
        held++;
      }
      boolean even = share(incarnation, expired(me)).even();
      return new Renewal(alive, held == workers.size(), even, audible());
    }

    @Override
    public Optional<Claim> take(long incarnation) {
      @Nullable Row me = rows.get(incarnation);
      if (me == null || me.dead) return Optional.empty();
      bury(expired(me));
      var share = share(incarnation, List.of());
      owned(incarnation).descendingSet().stream()
          .limit(share.surplus())
          .forEach(part -> owners[part] = 0);
      var free = Partition.ALL.stream().filter(part -> free(part, List.of())).toList();
      free.stream().limit(share.missing()).forEach(part -> owners[part] = incarnation);
      sweep();
      if (share.surplus() > 0) bell.run();
      me.fence++;
      return Optional.of(
          new Claim(new Fence(incarnation, me.fence), owned(incarnation), audible()));
    }

    private void sweep() {
      var longAgo = clock.instant().minus(KEPT);
      rows.values()
          .removeIf(row ->
              row.dead && row.workerUntil.isBefore(longAgo) && owned(row.incarnation).isEmpty());
      var audible = audible().incarnations();
      mailbox.dropTo(worker -> !audible.contains(worker));
    }

    @Override
    public List<Long> predecessors(long incarnation) {
      return rows.values().stream()
          .filter(row -> row.name.equals(name) && row.incarnation < incarnation)
          .map(row -> row.incarnation)
          .toList();
    }

    @Override
    public void silence(Collection<Long> incarnations) {
      for (long each : incarnations) row(each).ifPresent(row -> row.workerUntil = Instant.MIN);
      bell.run();
    }

    @Override
    public void drain(long incarnation) {
      row(incarnation).ifPresent(row -> row.draining = true);
      bell.run();
    }

    @Override
    public void leave(long incarnation) {
      row(incarnation)
          .ifPresent(me -> {
            bury(List.of(me));
            owned(incarnation).forEach(part -> owners[part] = 0);
            me.workerUntil = Instant.MIN;
          });
      bell.run();
    }

    @Override
    public List<NodeStatus> all() {
      var now = clock.instant();
      var all = new ArrayList<NodeStatus>();
      for (var row : rows.values()) {
        if (row.dead && !row.workerUntil.plus(KILL_GRACE).isAfter(now)) continue;
        all.add(
            new NodeStatus(
                row.incarnation,
                row.name,
                row.version,
                state(row, now),
                new NodeStatus.Times(row.started, row.leaseUntil, row.workerUntil),
                List.copyOf(owned(row.incarnation))));
      }
      return all;
    }

    private static NodeStatus.State state(Row row, Instant now) {
      if (row.dead) return NodeStatus.State.DEAD;
      if (row.leaseUntil.isBefore(now)) return NodeStatus.State.SILENT;
      return row.draining ? NodeStatus.State.DRAINING : NodeStatus.State.LIVING;
    }

    private Optional<Row> row(long incarnation) {
      return Optional.ofNullable(rows.get(incarnation));
    }
  }
}
