package outturn.cli.evidence.reference;

import java.util.Map;
import outturn.cli.csv.Numbers;
import outturn.evidence.its.Its;
import outturn.evidence.its.ItsResult;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Harmonics;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Response;
import outturn.evidence.its.model.Scale;
import outturn.evidence.regression.Dispersion;
import outturn.evidence.regression.SmallSample;
import outturn.evidence.series.Series;

/// Interrupted time series of British car drivers before and after the law on seat belts.
final class ItsValues {
  /// February 1983, from January 1969 on.
  private static final Intervention LAW = Intervention.at(169);

  private static final Harmonics SEASON = new Harmonics(12, 2);
  private static final int LAG = 12;

  private ItsValues() {}

  static Map<String, Double> leastSquares() {
    var ols = drivers(new Errors.Ols());
    var robust = drivers(new Errors.NeweyWest(LAG, SmallSample.NONE));
    return Map.of(
        "ols_harm2.coef_law", ols.effects().step().value(),
        "ols_harm2.se_law", ols.effects().step().standardError(),
        "ols_harm2.HAC12_se_law", robust.effects().step().standardError(),
        "ols_harm2.DW", ols.residuals().durbinWatson());
  }

  static Map<String, Double> otherMethods() {
    var prais = drivers(new Errors.PraisWinsten());
    var reml = drivers(new Errors.RemlAr1(0));
    var robust = drivers(new Errors.NeweyWest(LAG, SmallSample.ADJUSTED));
    var killed =
        analysed("DriversKilled", new Response.Counts(Dispersion.QUASI_POISSON, column("kms")));
    return Map.of(
        "prais_winsten.law", prais.effects().step().value(),
        "prais_winsten.law.se", prais.effects().step().standardError(),
        "prais_winsten.rho", prais.residuals().autocorrelation(),
        "reml_ar1.law", reml.effects().step().value(),
        "reml_ar1.law.se", reml.effects().step().standardError(),
        "reml_ar1.phi", reml.residuals().autocorrelation(),
        "hac12_adjusted.law.se", robust.effects().step().standardError(),
        "quasipoisson.killed.law", killed.effects().step().value(),
        "quasipoisson.killed.law.se", killed.effects().step().standardError(),
        "quasipoisson.killed.dispersion", killed.residuals().scale());
  }

  private static ItsResult drivers(Errors errors) {
    return analysed("drivers", new Response.Amounts(Scale.LOG, errors));
  }

  private static ItsResult analysed(String column, Response response) {
    var petrol = new Control("petrol price", column("PetrolPrice").map(Math::log));
    var model = ItsModel.of(LAW).with(SEASON).with(petrol).with(response);
    return Its.analyse(column(column), model).result().orElseThrow();
  }

  /// A column of the data on seat belts.
  static Series column(String name) {
    return Series.of(Numbers.of(ReferenceData.own("seatbelts.csv"), name));
  }
}
