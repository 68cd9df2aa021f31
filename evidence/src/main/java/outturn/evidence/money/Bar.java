package outturn.evidence.money;

import outturn.evidence.quantity.Spread;

/// One bar of the waterfall from what is forecast to what remains, worth now.
///
/// @param change by this step: negative where it takes away
/// @param standing after this step
public record Bar(Step step, Spread change, Spread standing) {
  public enum Step {
    /// Volume x change x money per unit.
    FORECAST,
    /// What does not become real.
    NOT_REALISED,
    /// What is attributed to others.
    NOT_ATTRIBUTED,
    /// What forecasts leave out.
    OPTIMISM,
    /// With their uplift.
    COSTS
  }
}
