package outturn.store.ownership;

import java.time.Instant;
import java.util.Set;

/// The incarnations whose workers may have attempts under way.
///
/// @param at by the database's clock: who registered later is not among them
public record Audible(Instant at, Set<Long> incarnations) {
  public static final Audible NOBODY = new Audible(Instant.MIN, Set.of());

  public Audible {
    incarnations = Set.copyOf(incarnations);
  }
}
