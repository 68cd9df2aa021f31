package outturn.store.cluster;

import java.time.Instant;
import java.util.Optional;

/// The installation that the rows belong to.
///
/// @param id its own; a restored copy has another one than what it was copied from
/// @param copy what it is a copy of, if it is one
/// @param heldSince set while nothing may start
public record Cluster(String id, Optional<Copy> copy, Optional<Instant> heldSince) {

  /// Where a restored copy comes from.
  ///
  /// @param of the id of the one that was backed up
  /// @param backedUp the moment that it shows
  public record Copy(String of, Instant backedUp, Instant restored) {}
}
