package outturn.outcome.chain;

import java.util.List;
import java.util.Optional;

/// That one node leads to another.
///
/// @param because the evidence, in words; empty when nobody said any
/// @param assumptions that must hold for it
public record Edge(
    String from,
    String to,
    Sign sign,
    Optional<Strength> strength,
    String because,
    List<String> assumptions) {
  public Edge {
    assumptions = List.copyOf(assumptions);
  }

  /// Which way it works.
  public enum Sign {
    HELPS,
    /// It is expected to make worse what it leads to.
    HARMS
  }

  public boolean isEvidenced() {
    return !because.isBlank() || !assumptions.isEmpty();
  }
}
