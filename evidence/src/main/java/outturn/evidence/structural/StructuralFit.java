package outturn.evidence.structural;

import java.util.List;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;

/// A structural model that was fitted.
///
/// @param coefficients of the regressors, in their order, with intervals and p-values of the normal
///   distribution
public record StructuralFit(
    Variances variances,
    List<Estimate> coefficients,
    Likelihood likelihood,
    Forecast next,
    Grounds grounds) {
  public StructuralFit {
    coefficients = List.copyOf(coefficients);
  }
}
