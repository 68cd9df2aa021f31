package outturn.evidence.xmr;

import java.util.List;
import java.util.Optional;

/// One period of a chart with every rule it breaks, most important first.
///
/// @param value `NaN` if the period is missing
/// @param phase position in [XmrChart#phases()]
/// @param variation the reading of the first signal; common cause where there is none
public record XmrPoint(
    int index, double value, int phase, List<Signal> signals, Variation variation) {
  public XmrPoint {
    signals = List.copyOf(signals);
  }

  public boolean isMissing() {
    return Double.isNaN(value);
  }

  public boolean isSpecialCause() {
    return variation != Variation.COMMON_CAUSE;
  }

  /// The signal that names the point.
  public Optional<Signal> signal() {
    return signals.stream().findFirst();
  }
}
