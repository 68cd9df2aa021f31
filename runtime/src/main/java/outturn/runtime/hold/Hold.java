package outturn.runtime.hold;

import java.time.Instant;
import java.util.Optional;
import outturn.store.cluster.Cluster;
import outturn.store.cluster.Clusters;

/// The hold of a restored copy: until it is let go, no schedule starts a run and no task is sent to
/// a worker, on any node.
///
/// It can end while a server runs, on this node or another, and never begin.
public final class Hold {
  private final Clusters clusters;
  private volatile Cluster cluster;

  public Hold(Clusters clusters) {
    this.clusters = clusters;
    this.cluster = clusters.read();
  }

  /// Looks whether another node was told to go on.
  public void step() {
    if (held()) cluster = clusters.read();
  }

  public boolean held() {
    return cluster.heldSince().isPresent();
  }

  public Optional<Instant> since() {
    return cluster.heldSince();
  }

  public Cluster cluster() {
    return cluster;
  }

  /// Ends the hold; whether there was one.
  public boolean resume(String by) {
    boolean held = clusters.resume(by);
    cluster = clusters.read();
    return held;
  }
}
