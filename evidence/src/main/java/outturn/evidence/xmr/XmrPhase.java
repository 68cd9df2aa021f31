package outturn.evidence.xmr;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.evidence.series.Window;

/// One phase: its periods and limits.
///
/// @param count valid values that the limits rest on
/// @param known null where no two adjacent values exist, hence no limits
/// @param autocorrelation correlation of neighbours among the values that the limits rest on
public record XmrPhase(Window window, int count, @Nullable Limits known, double autocorrelation) {
  public Optional<Limits> limits() {
    return Optional.ofNullable(known);
  }
}
