package outturn.runtime.portfolio;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import outturn.definition.outcome.Lever;
import outturn.outcome.confirm.Likely;
import outturn.outcome.position.Before;
import outturn.outcome.position.Latest;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.terms.Sha256;
import outturn.runtime.outcome.Plans;
import outturn.store.steering.PeriodForecast;
import outturn.store.steering.PeriodForecast.Ground;
import outturn.store.steering.PeriodForecasts;

/// Forecasts the measures of outcomes once for each period, target and plan, and keeps that.
public final class Forecasting {
  private final Plans plans;
  private final PeriodForecasts forecasts;
  private final InstantSource clock;

  public Forecasting(Plans plans, PeriodForecasts forecasts, InstantSource clock) {
    this.plans = plans;
    this.forecasts = forecasts;
    this.clock = clock;
  }

  List<PeriodForecast> latest(String outcome) {
    return forecasts.latest(outcome);
  }

  /// Makes and keeps the forecasts that are missing.
  ///
  /// @return whether there was one
  boolean keep(OutcomePosition outcome, List<PeriodForecast> latest) {
    boolean kept = false;
    for (var position : outcome.measures()) {
      var ground = ground(outcome, position);
      if (ground.isEmpty() || isKept(position, ground.get(), latest)) continue;
      var likely = plans.likely(outcome, position).result();
      likely.ifPresent(found -> keep(outcome, position, ground.get(), found));
      kept |= likely.isPresent();
    }
    return kept;
  }

  private void keep(OutcomePosition outcome, Position position, Ground ground, Likely found) {
    forecasts.keep(
        outcome.outcome().name(),
        position.measure().name(),
        ground,
        new PeriodForecast.Likely(
            found.chance(), found.due().p10(), found.due().p50(), found.due().p90()),
        clock.instant());
  }

  private static boolean isKept(Position position, Ground ground, List<PeriodForecast> latest) {
    return latest.stream()
        .anyMatch(each ->
            each.measure().equals(position.measure().name()) && each.ground().equals(ground));
  }

  /// Empty without a target, and when it is known already whether it was reached.
  private static Optional<Ground> ground(OutcomePosition outcome, Position position) {
    if (position.wasReached().isPresent()) return Optional.empty();
    return position
        .goal()
        .target()
        .map(target ->
            new Ground(
                position.standing().latest().map(Latest::period),
                target.by(),
                target.value(),
                hash(outcome, position)));
  }

  /// Of all that is written about the plan, and of the frozen baseline.
  private static String hash(OutcomePosition outcome, Position position) {
    var text = new StringBuilder();
    text.append(position.goal()).append(position.standing().baseline().map(Before::hash));
    outcome.levers().stream()
        .filter(start -> start.lever().moves().equals(position.measure().name()))
        .forEach(start -> text.append(told(start)));
    text.append(outcome.outcome().uncertain());
    return Sha256.of(text.toString());
  }

  /// The order of a map is another in each process: a hash needs one that lasts.
  private static String told(LeverStart start) {
    Lever lever = start.lever();
    var spread = lever.spread();
    return List.of(
            lever.name(),
            lever.about().element(),
            start.date(),
            lever.start(),
            lever.effect(),
            spread.readiness(),
            spread.course(),
            spread.adoption(),
            new TreeMap<>(spread.rollout()))
        .stream()
        .map(Objects::toString)
        .toList()
        .toString();
  }
}
