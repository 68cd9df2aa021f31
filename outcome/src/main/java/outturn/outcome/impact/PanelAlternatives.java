package outturn.outcome.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.its.model.Scale;
import outturn.evidence.panel.Panel;

/// The same estimator on other cuts of the units that are compared.
final class PanelAlternatives {
  private PanelAlternatives() {}

  /// In amounts, where logarithms were read; and without the last value before.
  ///
  /// @param estimator of the effect, on the scale of the panel that it gets
  /// @param scaled the effect that was read
  static List<Alternative> of(
      Units units, Function<Panel, Answer<Estimate>> estimator, Reading.Scaled scaled) {
    var rows = new ArrayList<Alternative>();
    if (units.scale() == Scale.LOG) {
      rows.add(
          new Alternative(
              "amounts",
              "in amounts instead of logarithms",
              units.with(_ -> true, Math::exp).then(estimator)));
    }
    int last = units.panel().cohorts()[0] - 1;
    rows.add(
        new Alternative(
            "without-last-pre-period",
            "without the last value before",
            units
                .with(period -> period != last, value -> value)
                .then(estimator)
                .then(effect -> Answer.found(scaled.natural(effect)))));
    return rows;
  }
}
