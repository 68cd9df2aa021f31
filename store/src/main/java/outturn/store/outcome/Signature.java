package outturn.store.outcome;

import java.time.Instant;
import java.util.Locale;

/// That somebody signed evidence.
///
/// @param evidence its hash
/// @param comment empty for none
public record Signature(
    String evidence, Capacity capacity, String who, Instant at, String comment) {

  /// As what somebody signs.
  public enum Capacity {
    OWNER,
    ANALYST;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
