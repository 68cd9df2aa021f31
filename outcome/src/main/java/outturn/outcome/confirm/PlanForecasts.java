package outturn.outcome.confirm;

import java.time.Period;
import java.util.Map;
import java.util.Optional;
import outturn.evidence.attainment.Attainment;
import outturn.evidence.attainment.Forecast;
import outturn.evidence.attainment.Plan;
import outturn.evidence.attainment.Simulation;
import outturn.evidence.attainment.Update;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Reason;
import outturn.evidence.power.Detectable;
import outturn.evidence.power.ItsPower;
import outturn.evidence.power.ItsSetting;
import outturn.evidence.power.Trials;
import outturn.evidence.power.Variation;
import outturn.evidence.quantity.Seed;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;

/// Forecasts the measures of an outcome from its levers, risks and assumptions, and from what has
/// been observed since the baseline.
///
/// [Attainment] has the method. The same definition and the same values give the same forecast.
public final class PlanForecasts {
  private static final Simulation SIMULATION = Simulation.standard(new Seed(1));
  private static final Period LATE = Period.ofMonths(3);
  private static final double POWER = .8;

  /// Enough for a chance to within two or three points, a fifth of the time.
  private static final Simulation QUICK = new Simulation(2_000, new Seed(1));

  /// Enough for a figure of two digits.
  private static final Trials TRIALS = new Trials(.95, 500, 1);

  private PlanForecasts() {}

  /// @param adopted what was measured of people's adoption, by the measure's name
  public static Answer<PlanForecast> of(
      OutcomePosition outcome, Position position, Map<String, Adopted> adopted) {
    return new PlanMaker(outcome, position, adopted).make().then(PlanForecasts::of);
  }

  /// The chance and the value that is due alone, which takes a fraction of the time.
  ///
  /// @param adopted what was measured of people's adoption, by the measure's name
  public static Answer<Likely> likely(
      OutcomePosition outcome, Position position, Map<String, Adopted> adopted) {
    return new PlanMaker(outcome, position, adopted).make().then(PlanForecasts::likely);
  }

  /// What would come of a plan under a supposition, beside what comes of it as it is; with fewer
  /// draws, so that it can be asked for while somebody moves a slider.
  ///
  /// @param adopted what was measured of people's adoption, by the measure's name
  public static Answer<Supposed> supposing(
      OutcomePosition outcome,
      Position position,
      Map<String, Adopted> adopted,
      Supposition supposition) {
    return new PlanMaker(outcome, position, adopted)
        .make()
        .then(PlanForecasts::open)
        .then(input -> supposing(input, supposition));
  }

  private static Answer<Supposed> supposing(PlanInput input, Supposition supposition) {
    var other = input.supposing(supposition);
    return now(input.plan(), input, QUICK)
        .then(planned ->
            now(other, input, QUICK)
                .then(then ->
                    Answer.found(
                        new Supposed(input.time().first(), planned, then, other.missing()))));
  }

  private static Answer<PlanInput> open(PlanInput input) {
    return input.observed().size() < input.plan().periods()
        ? Answer.found(input)
        : Answer.refused(
            Reason.OUTSIDE_THE_DATA,
            "The day of its target has come; there is nothing to forecast.");
  }

  private static Answer<Likely> likely(PlanInput input) {
    int due = input.plan().target().due();
    return open(input)
        .then(open -> now(open.plan(), open, SIMULATION))
        .then(now -> Answer.found(new Likely(now.attained().value(), now.path().get(due))));
  }

  private static Answer<Forecast> now(Plan plan, PlanInput input, Simulation simulation) {
    return input.isObserved()
        ? Attainment.update(plan, simulation, input.observed())
            .then(update -> Answer.found(update.now()))
        : Attainment.forecast(plan, simulation);
  }

  private static Answer<PlanForecast> of(PlanInput input) {
    if (!input.isObserved()) {
      return Attainment.forecast(input.plan(), SIMULATION)
          .then(now -> Answer.found(whole(input, now, Optional.empty())));
    }
    return Attainment.update(input.plan(), SIMULATION, input.observed())
        .then(update -> Answer.found(whole(input, update.now(), Optional.of(update))));
  }

  private static PlanForecast whole(PlanInput input, Forecast now, Optional<Update> update) {
    return new PlanForecast(
        input.plan(),
        input.time().first(),
        now,
        update,
        input.observed().size(),
        input.later(LATE).flatMap(plan -> chance(plan, input)),
        detectable(input));
  }

  private static Optional<Estimate> chance(Plan plan, PlanInput input) {
    return now(plan, input, SIMULATION).result().map(Forecast::attained);
  }

  /// A plan that the data cannot show is worth knowing before it begins.
  private static Optional<Detectable> detectable(PlanInput input) {
    var baseline = input.plan().baseline();
    int after = input.plan().target().due() - input.firstStart() + 1;
    return ItsPower.detectable(
            ItsSetting.of(input.before() + input.firstStart(), after),
            new Variation(baseline.deviation(), baseline.autocorrelation()),
            POWER,
            TRIALS)
        .result();
  }
}
