package outturn.outcome.confirm;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.evidence.attainment.Driver;
import outturn.evidence.attainment.Element;
import outturn.evidence.attainment.Forecast;
import outturn.evidence.attainment.Plan;
import outturn.evidence.attainment.Update;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Warning;
import outturn.evidence.power.Detectable;

/// What the plan of a measure is likely to come to, and what the data will be able to show of it.
///
/// @param first the period in which the plan begins
/// @param now the latest forecast
/// @param update where something has been observed since the baseline
/// @param later the chance if all that has not begun comes three months later; empty if all has
/// @param passed how many periods of the plan have been observed or missed
/// @param detectable the smallest change that an interrupted time series will show by the due
///   period; empty where there are too few periods for one
public record PlanForecast(
    Plan plan,
    LocalDate first,
    Forecast now,
    Optional<Update> update,
    int passed,
    Optional<Estimate> later,
    Optional<Detectable> detectable) {

  /// Whether the day of the target has come, so that the chance is none or all.
  public boolean isDecided() {
    return passed >= plan.periods();
  }

  /// What decides most of the due value, the greatest first; nothing once it is decided.
  public List<Driver> drivers() {
    return isDecided() ? List.of() : now.drivers();
  }

  /// What to be careful about, as long as there is something to forecast.
  public List<Warning> warnings() {
    return isDecided() ? List.of() : now.grounds().warnings();
  }

  /// The elements without a lever.
  public List<Element> missing() {
    return plan.missing();
  }

  /// How far the plan is expected to move the measure by the due period, signed.
  public double expectedChange() {
    return now.path().get(plan.target().due()).p50() - plan.baseline().level();
  }

  /// What the plan promised before anything was observed of it.
  public Forecast promised() {
    return update.map(Update::before).orElse(now);
  }
}
