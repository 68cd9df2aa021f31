package outturn.evidence.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Warning;

/// What a forecast takes for granted, and why to read it with care.
final class ForecastGrounds {
  /// As long as a run in a control chart that chance seldom makes.
  private static final int RUN = 8;

  private static final double UNLIKE = 2;
  private static final int LEAST_ERRORS = 8;

  private final double[] history;
  private final ForecastOptions options;
  private final Choice choice;
  private final Outlook outlook;
  private final double[] errors;

  ForecastGrounds(double[] history, ForecastOptions options, Choice choice, Outlook outlook) {
    this.history = history;
    this.options = options;
    this.choice = choice;
    this.outlook = outlook;
    this.errors = choice.backtest().nextErrors();
  }

  Grounds grounds(int count) {
    Assumption goesOn =
        new Assumption(
            "past-goes-on",
            State.NOT_TESTABLE,
            "What made the series so far goes on: no change is under way, and none begins.");
    return new Grounds(
        choice.method().word(),
        count,
        List.of(goesOn, errorsAlike()),
        warnings(count),
        OptionalLong.empty());
  }

  /// Misses of one step in the later half against those in the earlier.
  private Assumption errorsAlike() {
    if (errors.length < LEAST_ERRORS) {
      return new Assumption(
          "errors-alike",
          State.NOT_TESTABLE,
          "Misses ahead are like those before; there are %d, too few to tell."
              .formatted(errors.length));
    }
    double earlier = meanSize(0, errors.length / 2);
    double later = meanSize(errors.length / 2, errors.length);
    boolean alike = later <= UNLIKE * earlier && earlier <= UNLIKE * later;
    return new Assumption(
        "errors-alike",
        alike ? State.HOLDS : State.DOUBTFUL,
        String.format(
            Locale.ROOT,
            "Misses ahead are like those before: of one period ahead %.3g on average in the earlier"
                + " half, %.3g in the later.",
            earlier,
            later));
  }

  private double meanSize(int from, int to) {
    return Arrays.stream(errors, from, to).map(Math::abs).average().orElseThrow();
  }

  private List<Warning> warnings(int count) {
    List<Warning> warnings = new ArrayList<>();
    if (count < Math.max(2 * Backtest.LEAST, 2 * options.cycle() + 1)) {
      warnings.add(
          new Warning(
              "short-series",
              "%d values are few: a trend%s can hardly be told from chance."
                  .formatted(count, options.cycle() > 1 ? " or a season" : "")));
    }
    if (count < history.length) {
      warnings.add(
          new Warning(
              "missing-periods",
              "%d periods without a value are skipped.".formatted(history.length - count)));
    }
    if (2 * options.horizon() > history.length) {
      warnings.add(
          new Warning(
              "far-ahead",
              "%d periods ahead is more than half of the %d that are known."
                  .formatted(options.horizon(), history.length)));
    }
    addAboutModel(warnings);
    return warnings;
  }

  private void addAboutModel(List<Warning> warnings) {
    List<Step> steps = outlook.steps(options.level());
    long rough = steps.stream().filter(step -> step.basis() == Step.Basis.ROUGH).count();
    if (rough > 0) {
      warnings.add(
          new Warning(
              "rough-intervals",
              "Of %d intervals %d are rough: there are too few earlier forecasts of that length"
                      .formatted(steps.size(), rough)
                  + " (a level of %s needs %d), so the model's own deviation counts."
                      .formatted(options.level(), needed())));
    }
    boolean belowZero = Arrays.stream(history).anyMatch(value -> value <= 0);
    if (belowZero && Seasonality.isIn(history, options.cycle())) {
      warnings.add(
          new Warning(
              "additive-season",
              "There are values of zero or below, so the season is an amount, not a share."));
    }
    if (endsOneSided()) {
      warnings.add(
          new Warning(
              "one-sided-errors",
              "The last %d forecasts of one period all missed to the same side: the series may have"
                      .formatted(RUN)
                  + " changed, and the forecast lags behind."));
    }
  }

  private int needed() {
    return (int) Math.ceil(options.level() / (1 - options.level()) - 1e-9);
  }

  private boolean endsOneSided() {
    if (errors.length < RUN) {
      return false;
    }
    double[] last = Arrays.copyOfRange(errors, errors.length - RUN, errors.length);
    return Arrays.stream(last).allMatch(e -> e > 0) || Arrays.stream(last).allMatch(e -> e < 0);
  }
}
