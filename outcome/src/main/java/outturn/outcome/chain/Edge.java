package outturn.outcome.chain;

import java.util.ArrayList;
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

  /// How much it does and why, in words: `−1 days (−0.5 to −1.5), because the two companies …`
  public String sentence() {
    var parts = new ArrayList<String>();
    strength.ifPresent(each -> parts.add(each.text()));
    if (sign == Sign.HARMS) parts.add("which makes it worse");
    if (!because.isBlank()) parts.add("because " + because);
    if (!assumptions.isEmpty()) parts.add("if " + String.join(", and if ", quoted()));
    if (!isEvidenced()) parts.add("and nobody said why");
    return String.join(", ", parts);
  }

  private List<String> quoted() {
    return assumptions.stream().map(each -> "“" + each + "”").toList();
  }
}
