package outturn.evidence.its;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Warning;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Response;
import outturn.evidence.its.model.Scale;

/// Says what an analysis takes for granted, and what to be careful about.
final class GroundsReader {
  private static final double DOUBT = .05;

  /// Penfold, Zhang, *Use of interrupted time series analysis in evaluating health care quality
  /// improvements*, Academic Pediatrics 13 (2013), S38-44: 8 on either side.
  private static final int ENOUGH_AFTER = 8;

  private static final double STRONG = .8;
  private static final double OVERDISPERSED = 1.5;

  private final ItsModel model;
  private final Periods periods;
  private final Residuals residuals;
  private final List<Warning> warnings = new ArrayList<>();

  GroundsReader(ItsModel model, Periods periods, Residuals residuals) {
    this.model = model;
    this.periods = periods;
    this.residuals = residuals;
  }

  Grounds grounds(Effects effects, Placebo placebo, List<SensitivityRow> sensitivity) {
    fewPeriods();
    noise();
    placebo(placebo);
    signs(effects, sensitivity);
    int n = periods.before() + periods.after();
    return new Grounds(model.response().word(), n, assumptions(placebo), warnings, seed());
  }

  private OptionalLong seed() {
    return switch (model.response()) {
      case Response.Amounts(Scale _, Errors.RemlAr1(int replications)) when replications > 0 ->
          OptionalLong.of(model.reading().seed());
      case Response.Amounts _, Response.Counts _ -> OptionalLong.empty();
    };
  }

  private List<Assumption> assumptions(Placebo placebo) {
    return List.of(
        new Assumption(
            "nothing-else-happened",
            State.NOT_TESTABLE,
            "Nothing else that moves the measure changed at the time of the intervention."),
        new Assumption(
            "past-would-have-gone-on",
            State.NOT_TESTABLE,
            "Without the intervention the level, trend and season before it would have gone on."),
        tested(
            "no-correlation-left",
            residuals.portmanteau().p(),
            "What the model leaves over says nothing about the next periods (Ljung-Box over %d lags)"
                .formatted(residuals.portmanteau().lags())),
        tested(
            "normal-residuals",
            residuals.normality(),
            "What the model leaves over is distributed normally (Jarque-Bera)"),
        placeboAssumption(placebo));
  }

  private static Assumption tested(String name, double p, String text) {
    State state = p < DOUBT ? State.DOUBTFUL : State.HOLDS;
    return new Assumption(name, state, "%s, p = %s.".formatted(text, shown(p)));
  }

  private static Assumption placeboAssumption(Placebo placebo) {
    String name = "no-effect-where-none-was";
    if (placebo.dates().isEmpty()) {
      return new Assumption(
          name,
          State.NOT_TESTABLE,
          "There are too few periods before the intervention to try fake dates.");
    }
    return new Assumption(
        name,
        placebo.fails() ? State.DOUBTFUL : State.HOLDS,
        "Of %d fake dates before the intervention %d declare an effect."
            .formatted(placebo.dates().size(), placebo.declared().size()));
  }

  private void warn(String name, String text) {
    warnings.add(new Warning(name, text));
  }

  private static String shown(double figure) {
    return String.format(Locale.ROOT, "%.2f", figure);
  }

  private void fewPeriods() {
    if (periods.after() < ENOUGH_AFTER) {
      warn(
          "few-periods-after",
          "Only %d values after the intervention; %d or more are wanted."
              .formatted(periods.after(), ENOUGH_AFTER));
    }
    if (periods.missing() > 0) {
      warn(
          "missing-periods",
          "%d periods have no value and are left out.".formatted(periods.missing()));
    }
  }

  private void noise() {
    switch (model.response()) {
      case Response.Amounts(Scale _, Errors errors) -> correlation(errors);
      case Response.Counts(var spread, var _) -> {
        correlated("standard errors of counts");
        switch (spread) {
          case POISSON -> dispersion();
          case QUASI_POISSON -> {}
        }
      }
    }
  }

  private void correlation(Errors errors) {
    switch (errors) {
      case Errors.RemlAr1 _ -> strong();
      case Errors.Ols _ -> correlated("standard errors of ordinary least squares");
      case Errors.NeweyWest _ -> tooNarrow("Newey and West");
      case Errors.PraisWinsten _ -> tooNarrow("Prais and Winsten");
    }
  }

  private void dispersion() {
    if (residuals.scale() > OVERDISPERSED) {
      warn(
          "overdispersed",
          ("The counts vary %s times as much as Poisson counts, so intervals are too narrow; use"
                  + " quasi-poisson.")
              .formatted(shown(residuals.scale())));
    }
  }

  private void strong() {
    if (residuals.autocorrelation() > STRONG) {
      warn(
          "strong-autocorrelation",
          "Neighbours correlate %s after the model: a drifting series can look like a step."
              .formatted(shown(residuals.autocorrelation())));
    }
  }

  private void correlated(String what) {
    // Bartlett: noise stays within 2 / sqrt(n) in 95 of 100 series.
    if (residuals.autocorrelation() > 2 / Math.sqrt(periods.before() + periods.after())) {
      warn(
          "autocorrelated",
          "Neighbours correlate %s after the model, so %s are too small."
              .formatted(shown(residuals.autocorrelation()), what));
    }
  }

  private void tooNarrow(String authors) {
    warn(
        "for-comparison-only",
        "Errors by %s are too small in short series: they declare effects where there are none."
            .formatted(authors));
  }

  private void placebo(Placebo placebo) {
    if (placebo.fails()) {
      warn(
          "placebo-failed",
          "The method also finds effects where none happened: at %d of %d fake dates."
              .formatted(placebo.declared().size(), placebo.dates().size()));
    }
  }

  private void signs(Effects effects, List<SensitivityRow> sensitivity) {
    double sign = Math.signum(effects.average().value());
    List<String> others =
        sensitivity.stream().filter(row -> disagrees(row, sign)).map(SensitivityRow::name).toList();
    if (!others.isEmpty()) {
      warn(
          "methods-disagree-in-sign",
          "The effect has the other sign by %s.".formatted(String.join(", ", others)));
    }
  }

  private static boolean disagrees(SensitivityRow row, double sign) {
    Optional<Estimate> average = row.average().result();
    return average.isPresent() && Math.signum(average.get().value()) == -sign && sign != 0;
  }
}
