package outturn.outcome.confirm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.measure.Measure.Better;
import outturn.definition.outcome.Outcome;
import outturn.evidence.attainment.Baseline;
import outturn.evidence.attainment.Contingency;
import outturn.evidence.attainment.ElementRule;
import outturn.evidence.attainment.Lever;
import outturn.evidence.attainment.Plan;
import outturn.evidence.attainment.Target;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.evidence.xmr.Direction;
import outturn.outcome.period.Periods;
import outturn.outcome.position.Before;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;

/// Makes the plan of a measure of an outcome: period 0 is the first one after the frozen baseline,
/// the last one that in which the target is due.
final class PlanMaker {
  private static final double HUNDRED = 100;

  private final OutcomePosition outcome;
  private final Position position;
  private final Map<String, Adopted> adopted;
  private final LocalDate today;

  /// @param adopted by the measure that a lever's adoption names
  PlanMaker(OutcomePosition outcome, Position position, Map<String, Adopted> adopted) {
    this.outcome = outcome;
    this.position = position;
    this.adopted = adopted;
    this.today = LocalDate.ofInstant(outcome.asOf(), position.measure().rhythm().timezone());
  }

  Answer<PlanInput> make() {
    var target = position.goal().target();
    var before = position.standing().baseline();
    var window = position.picture().baseline();
    if (target.isEmpty()) return refused("It has no target; give a value and a date.");
    if (before.isEmpty() || window.isEmpty()) {
      return refused("Its baseline is not frozen yet; that needs a value for each of its periods.");
    }
    var direction = direction();
    if (direction == Direction.NEUTRAL) {
      return refused("Better is to stay within limits, and plans are forecast that go one way.");
    }
    var time = time(before.get());
    int due = time.rhythm().distance(time.first(), time.rhythm().of(target.get().by()));
    if (due < 0) return refused("The target is due before the baseline has ended.");
    return Baseline.withoutSeason(series().slice(window.get()), season())
        .then(noise -> Answer.found(input(before.get(), noise, time, aim(target.get(), due))));
  }

  /// The periods of a season that was taken out of the values; 1 where none was.
  private int season() {
    boolean isTakenOut = position.picture().raw().isPresent();
    return isTakenOut ? new Periods(position.measure().rhythm().cadence()).cycle() : 1;
  }

  private PlanInput input(Before before, Baseline noise, PlanTime time, Target target) {
    int periods = target.due() + 1;
    var plan =
        new Plan(
            noise.at(before.mean()),
            levers(time, periods),
            contingencies(time),
            ElementRule.WEAKEST,
            target,
            periods);
    return new PlanInput(plan, time, observed(time, periods), today, before.n());
  }

  private static <T> Answer<T> refused(String text) {
    return Answer.refused(Reason.OUTSIDE_THE_DATA, text);
  }

  private PlanTime time(Before before) {
    var rhythm = new Periods(position.measure().rhythm().cadence());
    return new PlanTime(rhythm, rhythm.from(before.to().plusDays(1)));
  }

  private Direction direction() {
    return switch (position.measure().quantity().better()) {
      case Better.Higher() -> Direction.HIGHER_IS_BETTER;
      case Better.Lower() -> Direction.LOWER_IS_BETTER;
      case Better.Within _ -> Direction.NEUTRAL;
    };
  }

  private Target aim(Outcome.Target target, int due) {
    Target.Rule rule =
        target
            .sustain()
            .<Target.Rule>map(each -> new Target.Rule.Sustained(each.periods(), each.of()))
            .orElse(new Target.Rule.At());
    return new Target(target.value(), direction(), due, rule);
  }

  private List<Lever> levers(PlanTime time, int periods) {
    var levers = new ArrayList<Lever>();
    for (var each : outcome.levers()) {
      if (!each.lever().moves().equals(position.measure().name())) continue;
      start(each)
          .map(start -> new PlanLever(each.lever(), start, time).of(today, adopted(each), periods))
          .ifPresent(levers::add);
    }
    return levers;
  }

  /// The first segment of a roll-out begins it.
  private static Optional<LocalDate> start(LeverStart each) {
    return each.lever().spread().rollout().values().stream()
        .min(LocalDate::compareTo)
        .or(each::date);
  }

  private Optional<Adopted> adopted(LeverStart each) {
    return each.lever()
        .spread()
        .adoption()
        .flatMap(adoption -> adoption.actual())
        .flatMap(measure -> Optional.ofNullable(adopted.get(measure)))
        .filter(measured -> !measured.values().isEmpty());
  }

  private List<Contingency> contingencies(PlanTime time) {
    var all = new ArrayList<Contingency>();
    for (var risk : outcome.outcome().uncertain().risks()) {
      if (!isAbout(risk.impact())) continue;
      all.add(contingency(risk.text(), risk.probability(), risk.impact(), time));
    }
    for (var assumption : outcome.outcome().uncertain().assumptions()) {
      if (assumption.ifFalse().isEmpty() || !isAbout(assumption.ifFalse().get())) continue;
      double fails = HUNDRED - assumption.holds().orElse(HUNDRED);
      all.add(contingency(assumption.text(), fails, assumption.ifFalse().get(), time));
    }
    return all;
  }

  private Contingency contingency(
      String text, double percent, Outcome.Impact impact, PlanTime time) {
    int from = impact.from().map(date -> (int) Math.ceil(time.at(date))).orElse(0);
    return new Contingency(
        text, percent / HUNDRED, PlanLever.effect(impact.size()), Math.max(0, from));
  }

  /// An impact that names no measure is on the first one.
  private boolean isAbout(Outcome.Impact impact) {
    var measure = position.measure().name();
    return impact
        .moves()
        .map(measure::equals)
        .orElse(outcome.outcome().goals().getFirst().measure().equals(measure));
  }

  /// What has been seen of the plan so far.
  private Series observed(PlanTime time, int periods) {
    var all = position.picture().periods();
    if (all.isEmpty()) return Series.of();
    int from = time.rhythm().distance(all.getFirst(), time.first());
    int to = Math.min(all.size(), from + periods);
    return from < 0 || from >= to ? Series.of() : series().slice(new Window(from, to));
  }

  private Series series() {
    return position.picture().xmr().series();
  }
}
