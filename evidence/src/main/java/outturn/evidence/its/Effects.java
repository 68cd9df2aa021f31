package outturn.evidence.its;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.evidence.estimate.Estimate;

/// What the intervention changed.
///
/// @param step on the scale of the model: the unit of the measure, or logarithms; with a slope the
///   one at the last period before
/// @param change of slope per period, on the scale of the model; null where the model has none
/// @param average difference to the counterfactual over the used periods after, in the unit of the
///   measure
/// @param cumulative sum of these differences, in the unit of the measure; for flows only
/// @param multiples null where effects add
public record Effects(
    Estimate step,
    @Nullable Estimate change,
    Estimate average,
    Estimate cumulative,
    @Nullable Ratios multiples) {
  public Optional<Estimate> slope() {
    return Optional.ofNullable(change);
  }

  public Optional<Ratios> ratios() {
    return Optional.ofNullable(multiples);
  }
}
