package outturn.evidence.attainment;

import java.util.List;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.quantity.Spread;

/// What a plan is likely to come to.
///
/// @param attained the chance, 0..1, that the target is reached; its standard error and interval
///   are those of the simulation only
/// @param withoutPeople the same for the plan without its People levers
/// @param path P10, P50 and P90 of the measured value per period; what was observed where it was,
///   `NaN` where a period has passed without a value
/// @param drivers the greatest first
public record Forecast(
    Estimate attained,
    Estimate withoutPeople,
    List<Spread> path,
    List<Driver> drivers,
    Grounds grounds) {
  public Forecast {
    path = List.copyOf(path);
    drivers = List.copyOf(drivers);
  }
}
