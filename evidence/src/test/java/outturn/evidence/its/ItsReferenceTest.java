package outturn.evidence.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static outturn.evidence.its.Examples.BELTS;
import static outturn.evidence.its.Examples.DRIVERS;
import static outturn.evidence.its.Examples.KILLED;
import static outturn.evidence.its.Examples.KILOMETRES;
import static outturn.evidence.its.Examples.NILE;
import static outturn.evidence.its.Examples.NILE_STEP;
import static outturn.evidence.its.Examples.OLS;
import static outturn.evidence.its.Examples.REML;
import static outturn.evidence.its.Examples.adjusted;
import static outturn.evidence.its.Examples.analysed;
import static outturn.evidence.its.Examples.neweyWest;
import static outturn.evidence.its.Examples.without;

import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Response;
import outturn.evidence.its.model.Shape;
import outturn.evidence.regression.Dispersion;
import outturn.evidence.series.ReferenceValues;
import outturn.evidence.series.Series;

/// Against reference-values.csv and src/test/oracle/its.R, which says program and version.
class ItsReferenceTest {
  private static final Percentage EXACT = Percentage.withPercentage(1e-6);

  /// Two searches for the same maximum.
  private static final Percentage SEARCHED = Percentage.withPercentage(.05);

  private static final Series NILE_WITH_GAPS = without(NILE, 4, 16, 17, 39, 40, 41, 59, 76, 89, 90);

  private static final ItsModel NILE_SLOPE = NILE_STEP.with(Shape.TREND_STEP_AND_SLOPE).with(REML);

  @Test
  void driversByLeastSquares() {
    ItsResult ols = analysed(DRIVERS, BELTS.with(OLS));
    ReferenceValues.of("its.seatbelts_log_drivers")
        .hold(
            Map.of(
                "ols_harm2.coef_law", ols.effects().step().value(),
                "ols_harm2.se_law", ols.effects().step().standardError(),
                "ols_harm2.HAC12_se_law", error(DRIVERS, BELTS.with(neweyWest(12))),
                "ols_harm2.DW", ols.residuals().durbinWatson()));
    assertThat(ols.residuals().portmanteau().statistic()).isCloseTo(49.93093884, EXACT);
    assertThat(ols.residuals().portmanteau().p()).isCloseTo(2.748279528e-07, within(1e-12));
  }

  @Test
  void driversAndDriversKilledByTheOtherMethods() {
    ItsResult prais = analysed(DRIVERS, BELTS.with(new Errors.PraisWinsten()));
    ItsResult reml = analysed(DRIVERS, BELTS.with(REML));
    ItsResult killed = analysed(KILLED, BELTS.with(perKilometre(Dispersion.QUASI_POISSON)));
    ReferenceValues.of("its.seatbelts_regression")
        .hold(
            Map.of(
                "prais_winsten.law", prais.effects().step().value(),
                "prais_winsten.law.se", prais.effects().step().standardError(),
                "prais_winsten.rho", prais.residuals().autocorrelation(),
                "reml_ar1.law", reml.effects().step().value(),
                "reml_ar1.law.se", reml.effects().step().standardError(),
                "reml_ar1.phi", reml.residuals().autocorrelation(),
                "hac12_adjusted.law.se", error(DRIVERS, BELTS.with(adjusted(12))),
                "quasipoisson.killed.law", killed.effects().step().value(),
                "quasipoisson.killed.law.se", killed.effects().step().standardError(),
                "quasipoisson.killed.dispersion", killed.residuals().scale()));
  }

  @Test
  void theNileFellByThePrintedAmount() {
    Estimate step = analysed(NILE, NILE_STEP.with(OLS)).effects().step();
    assertThat(step.value()).isCloseTo(-247.7777778, EXACT);
    assertThat(step.standardError()).isCloseTo(28.43520169, EXACT);
    assertThat(step.interval().lower()).isCloseTo(-304.2065101, EXACT);
    assertThat(step.interval().upper()).isCloseTo(-191.3490455, EXACT);
    assertThat(error(NILE, NILE_STEP.with(neweyWest(1)))).isCloseTo(30.88786403, EXACT);
    assertThat(error(NILE, NILE_STEP.with(adjusted(1)))).isCloseTo(31.20145444, EXACT);
    assertThat(error(NILE, NILE_STEP.with(neweyWest(4)))).isCloseTo(31.33944872, EXACT);
    assertThat(error(NILE, NILE_STEP.with(adjusted(4)))).isCloseTo(31.65762387, EXACT);
  }

  @Test
  void theNileByRestrictedMaximumLikelihood() {
    ItsResult nile = analysed(NILE, NILE_STEP.with(REML));
    assertThat(nile.effects().step().value()).isCloseTo(-249.3313296, SEARCHED);
    assertThat(nile.effects().step().standardError()).isCloseTo(34.01939672, SEARCHED);
    assertThat(nile.residuals().autocorrelation()).isCloseTo(.1830116821, SEARCHED);
    assertThat(dispersion(nile)).isCloseTo(128.2134851, SEARCHED);
  }

  @Test
  void overAGapTheCorrelationIsAPower() {
    ItsResult nile = analysed(NILE_WITH_GAPS, NILE_SLOPE);
    assertThat(nile.residuals().autocorrelation()).isCloseTo(.1950705704, SEARCHED);
    assertThat(nile.effects().step().value()).isCloseTo(-300.2318052, SEARCHED);
    assertThat(nile.effects().step().standardError()).isCloseTo(68.95297417, SEARCHED);
    assertThat(nile.effects().slope().orElseThrow().value()).isCloseTo(-1.05415725, SEARCHED);
    assertThat(nile.effects().slope().orElseThrow().standardError())
        .isCloseTo(3.790676434, SEARCHED);
    assertThat(nile.effects().average().value()).isCloseTo(-338.8788318, SEARCHED);
    assertThat(nile.effects().average().standardError()).isCloseTo(186.5520516, SEARCHED);
    assertThat(dispersion(nile)).isCloseTo(129.5835674, SEARCHED);
  }

  @Test
  void overAGapNeweyAndWestCountPairsThatFarApart() {
    assertThat(error(NILE_WITH_GAPS, NILE_SLOPE.with(OLS))).isCloseTo(58.33232137, EXACT);
    assertThat(error(NILE_WITH_GAPS, NILE_SLOPE.with(neweyWest(3)))).isCloseTo(54.31915534, EXACT);
  }

  @Test
  void driversWithASlopeAfter() {
    Effects effects =
        analysed(DRIVERS, BELTS.with(Shape.TREND_STEP_AND_SLOPE).with(REML)).effects();
    assertThat(effects.step().value()).isCloseTo(-.2270115681, SEARCHED);
    assertThat(effects.step().standardError()).isCloseTo(.05217159595, SEARCHED);
    assertThat(effects.slope().orElseThrow().value()).isCloseTo(.007002542763, SEARCHED);
    assertThat(effects.slope().orElseThrow().standardError()).isCloseTo(.003580948759, SEARCHED);
  }

  @Test
  void deathsPerKilometreAsARateRatioAndAsDeathsAverted() {
    Effects effects =
        analysed(KILLED, BELTS.with(perKilometre(Dispersion.QUASI_POISSON))).effects();
    Estimate ratio = effects.ratios().orElseThrow().step();
    assertThat(ratio.value()).isCloseTo(.8850443522, EXACT);
    assertThat(ratio.interval().lower()).isCloseTo(.8236555026, EXACT);
    assertThat(ratio.interval().upper()).isCloseTo(.9510086473, EXACT);
    assertThat(effects.cumulative().value()).isCloseTo(-299.5191407, EXACT);
    assertThat(effects.cumulative().standardError()).isCloseTo(88.21761692, EXACT);
    assertThat(error(KILLED, BELTS.with(perKilometre(Dispersion.POISSON))))
        .isCloseTo(.02623918088, EXACT);
  }

  private static Response perKilometre(Dispersion dispersion) {
    return new Response.Counts(dispersion, KILOMETRES);
  }

  private static double error(Series values, ItsModel model) {
    return analysed(values, model).effects().step().standardError();
  }

  /// Standard deviation of AR(1) noise, not of its innovations.
  private static double dispersion(ItsResult result) {
    double r = result.residuals().autocorrelation();
    return result.residuals().scale() / Math.sqrt(1 - r * r);
  }
}
