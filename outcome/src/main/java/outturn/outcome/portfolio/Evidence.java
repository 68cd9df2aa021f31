package outturn.outcome.portfolio;

import java.time.LocalDate;
import java.util.List;

/// What was found of an outcome on its review date, in brief.
///
/// @param confidence `moderate`
/// @param level of evidence, 1 to 5
/// @param badge `pre-registered` or `exploratory`
/// @param signed in which capacities: `owner`, `analyst`
public record Evidence(
    LocalDate review, String confidence, int level, String badge, List<String> signed) {
  private static final int BOTH = 2;

  public Evidence {
    signed = List.copyOf(signed);
  }

  /// `moderate confidence (level 3 of 5), pre-registered, signed`
  public String words() {
    return "%s confidence (level %d of 5), %s, %s".formatted(confidence, level, badge, signature());
  }

  private String signature() {
    if (signed.isEmpty()) return "not signed";
    return signed.size() == BOTH ? "signed" : "signed by %s only".formatted(signed.getFirst());
  }
}
