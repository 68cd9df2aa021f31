package outturn.evidence.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.series.Series;

/// Forecasts a measure from its own past, and says how far such forecasts were off before.
///
/// Hyndman, Athanasopoulos, *Forecasting: Principles and Practice* (2021), chapters 5 and 8, for
/// the methods; intervals are those of [Misses]. Assumes that what made the series goes on; a plan,
/// a change that is under way, or another series are not looked at.
public final class Forecasts {
  private static final int LEAST_VALUES = 3;
  private static final int MOST_HORIZON = 240;
  private static final int MOST_CYCLE = 366;
  private static final double LARGEST = 1e100;

  private Forecasts() {}

  /// With fewer than 8 values a choice of methods falls on drift.
  ///
  /// @param values of the measure; missing ones are skipped, not filled in
  public static Answer<Forecast> of(Series values, ForecastOptions options) {
    Optional<Refusal> refusal = refusal(values, options);
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    double[] history = values.toArray();
    int start = 0;
    while (Double.isNaN(history[start])) {
      start++;
    }
    return answer(Arrays.copyOfRange(history, start, history.length), options);
  }

  private static Answer<Forecast> answer(double[] history, ForecastOptions options) {
    int cycle = options.cycle();
    int horizon = options.horizon();
    int count = (int) Arrays.stream(history).filter(value -> !Double.isNaN(value)).count();
    List<Method> usable =
        options.methods().stream().filter(method -> method.least() <= count).toList();
    List<Method> methods =
        usable.size() == options.methods().size() ? usable : List.of(Method.DRIFT);
    Choice choice = Choice.of(methods, history, cycle, horizon);
    Fitted fitted = choice.method().fit(history, cycle, horizon);
    for (int j = 0; j < horizon; j++) {
      if (!Double.isFinite(fitted.point(j)) || !Double.isFinite(fitted.deviation(j))) {
        return Answer.refused(
            Reason.OUT_OF_RANGE,
            "Expected values whose forecast is a number, found sizes that are too different; use"
                + " other units.");
      }
    }
    Replay replay = new Replay(choice.backtest(), history, horizon, options.level());
    Outlook outlook = new Outlook(fitted, replay.misses(), count);
    ForecastGrounds grounds = new ForecastGrounds(history, options, choice, outlook);
    return Answer.found(
        new Forecast(
            choice.method(),
            fitted.model(),
            methods.equals(options.methods())
                ? choice.why()
                : "There are fewer than %d values.".formatted(Backtest.LEAST),
            outlook.steps(options.level()),
            outlook,
            replay.accuracy(cycle),
            grounds.grounds(count)));
  }

  private static Optional<Refusal> refusal(Series values, ForecastOptions options) {
    if (options.horizon() < 1 || options.horizon() > MOST_HORIZON) {
      return refused(
          Reason.OUT_OF_RANGE,
          "Expected a horizon of 1 to %d periods, found %d; look less far ahead."
              .formatted(MOST_HORIZON, options.horizon()));
    }
    if (options.cycle() < 1 || options.cycle() > MOST_CYCLE) {
      return refused(
          Reason.OUT_OF_RANGE,
          "Expected a season of 1 to %d periods, found %d; 1 is none."
              .formatted(MOST_CYCLE, options.cycle()));
    }
    if (!(options.level() >= .01 && options.level() <= .999)) {
      return refused(
          Reason.OUT_OF_RANGE,
          "Expected a level of the intervals from 0.01 to 0.999, found %s; 0.95 is usual."
              .formatted(options.level()));
    }
    return values(values, options.methods());
  }

  private static Optional<Refusal> values(Series values, List<Method> methods) {
    if (values.count() == 0) {
      return refused(
          Reason.ALL_MISSING,
          "Expected values, found none in %d periods; check which column is read."
              .formatted(values.size()));
    }
    if (values.valid().anyMatch(value -> Math.abs(value) > LARGEST)) {
      return refused(
          Reason.OUT_OF_RANGE, "Expected values up to 1e100, found larger ones; use other units.");
    }
    int least = methods.size() == 1 ? methods.getFirst().least() : LEAST_VALUES;
    if (methods.isEmpty() || values.count() < least) {
      return refused(
          Reason.TOO_FEW,
          "Expected a method and at least %d values for it, found %d; wait for more, or let the"
                  .formatted(least, values.count())
              + " method be chosen.");
    }
    return values.valid().distinct().limit(2).count() > 1
        ? Optional.empty()
        : refused(
            Reason.CONSTANT,
            "Expected values that vary, found the same in every period; how far the next may be"
                + " off cannot be told.");
  }

  private static Optional<Refusal> refused(Reason reason, String text) {
    return Optional.of(new Refusal(reason, text));
  }
}
