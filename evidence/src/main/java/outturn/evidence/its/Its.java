package outturn.evidence.its;

import java.util.List;
import outturn.evidence.estimate.Answer;
import outturn.evidence.its.model.Fitted;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Terms;
import outturn.evidence.series.Series;

/// Analyses an interrupted time series by segmented regression.
///
/// Bernal, Cummins, Gasparrini, *Interrupted time series regression for the evaluation of public
/// health interventions*, International Journal of Epidemiology 46 (2017), 348-355. Assumes that
/// the model of the periods before would have held, and that nothing else happened. Errors of the
/// default: [outturn.evidence.regression.Ar1Reml] and [outturn.evidence.regression.Ar1Bootstrap].
public final class Its {
  private Its() {}

  /// @param values of the measure, one per period; missing ones are left out, not filled
  public static Answer<ItsResult> analyse(Series values, ItsModel model) {
    return Fitted.of(values, model).then(Its::result);
  }

  private static Answer<ItsResult> result(Fitted fitted) {
    EffectReader reader = new EffectReader(fitted.terms(), fitted.inference());
    return reader.chart().then(chart -> Answer.found(result(fitted, chart, reader.effects())));
  }

  private static ItsResult result(Fitted fitted, Chart chart, Effects effects) {
    Terms terms = fitted.terms();
    Residuals residuals = ResidualReader.of(terms, fitted.inference().fit().noise());
    Placebo placebo = PlaceboInTime.of(terms.values(), terms.model());
    List<SensitivityRow> rows = Sensitivity.of(terms.values(), terms.model());
    Periods periods = Periods.of(terms);
    GroundsReader grounds = new GroundsReader(terms.model(), periods, residuals);
    return new ItsResult(
        effects, chart, residuals, periods, placebo, rows, grounds.grounds(effects, placebo, rows));
  }
}
