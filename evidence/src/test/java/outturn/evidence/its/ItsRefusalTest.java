package outturn.evidence.its;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.evidence.its.Examples.NILE;
import static outturn.evidence.its.Examples.NILE_STEP;
import static outturn.evidence.its.Examples.OLS;
import static outturn.evidence.its.Examples.neweyWest;
import static outturn.evidence.its.Examples.refused;
import static outturn.evidence.its.Examples.without;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Reason;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Harmonics;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Reading;
import outturn.evidence.its.model.Response;
import outturn.evidence.its.model.Scale;
import outturn.evidence.its.model.Shape;
import outturn.evidence.regression.Dispersion;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

class ItsRefusalTest {
  private static final ItsModel COUNTS =
      NILE_STEP.with(new Response.Counts(Dispersion.QUASI_POISSON, null));

  @Test
  void fewerThanTwelveValuesBeforeAreTooFew() {
    holds(NILE, NILE_STEP.with(Intervention.at(11)), Reason.TOO_FEW, "at least 12", "found 11");
    holds(without(NILE, 3), NILE_STEP.with(Intervention.at(12)), Reason.TOO_FEW, "found 11");
  }

  @Test
  void fewerThanThreeValuesAfterAreTooFew() {
    holds(NILE, NILE_STEP.with(Intervention.at(98)), Reason.TOO_FEW, "at least 3", "found 2");
    holds(NILE, NILE_STEP.with(new Intervention(90, 8)), Reason.TOO_FEW, "found 2");
  }

  @Test
  void anInterventionLiesWithinTheData() {
    for (int at : new int[] {-3, 0, 100, Integer.MAX_VALUE}) {
      holds(NILE, NILE_STEP.with(Intervention.at(at)), Reason.OUTSIDE_THE_DATA, "100 periods");
    }
    holds(NILE, NILE_STEP.with(new Intervention(50, 50)), Reason.OUTSIDE_THE_DATA, "of 50");
    holds(
        NILE,
        NILE_STEP.with(new Intervention(50, Integer.MAX_VALUE)),
        Reason.OUTSIDE_THE_DATA,
        "check its date");
    holds(NILE, NILE_STEP.with(new Intervention(50, -1)), Reason.OUT_OF_RANGE, "found -1");
  }

  @Test
  void valuesMustVaryAboutTheModel() {
    holds(NILE.map(_ -> 7), NILE_STEP, Reason.CONSTANT, "found 7.0 in every period");
    Series exact = Series.of(IntStream.range(0, 60).mapToDouble(i -> i < 28 ? 5 : 9).toArray());
    holds(exact, NILE_STEP, Reason.CONSTANT, "fits all 60 exactly");
    Series line = Series.of(IntStream.range(0, 60).mapToDouble(i -> 1e6 + i / 3.0).toArray());
    holds(line, ItsModel.of(Intervention.at(28)), Reason.CONSTANT, "without noise");
  }

  @Test
  void withoutAnyValueThereIsNothingToAnalyse() {
    holds(NILE.map(_ -> Double.NaN), NILE_STEP, Reason.ALL_MISSING, "found none in 100");
    holds(Series.of(), NILE_STEP, Reason.ALL_MISSING, "found none in 0");
  }

  @Test
  void aRegressorMadeOfOthersIsNamed() {
    Series sameStep = Series.of(IntStream.range(0, 100).mapToDouble(i -> i < 28 ? 3 : 8).toArray());
    Control control = new Control("belts", sameStep);
    holds(NILE, NILE_STEP.with(control), Reason.COLLINEAR, "the control belts is made of");
    holds(
        NILE,
        NILE_STEP.with(new Control("zero", NILE.map(_ -> 0))),
        Reason.COLLINEAR,
        "control zero");
  }

  @Test
  void controlsCoverTheSamePeriods() {
    Control shorter = new Control("rain", NILE.slice(new Window(0, 99)));
    holds(NILE, NILE_STEP.with(shorter), Reason.IRREGULAR_PERIODS, "control rain", "found 99");
    Response exposed = new Response.Counts(Dispersion.POISSON, Series.of(1, 2));
    holds(NILE, NILE_STEP.with(exposed), Reason.IRREGULAR_PERIODS, "exposure", "found 2");
  }

  @Test
  void logarithmsNeedPositiveValues() {
    Response log = new Response.Amounts(Scale.LOG, OLS);
    Series zero = Series.of(IntStream.range(0, 100).mapToDouble(i -> i == 5 ? 0 : i).toArray());
    holds(zero.map(v -> v + 0), NILE_STEP.with(log), Reason.OUT_OF_RANGE, "found 0.0 in period 1");
    holds(NILE.map(v -> -v), NILE_STEP.with(log), Reason.OUT_OF_RANGE, "natural scale");
  }

  @Test
  void countsAreWholeAndNotNegative() {
    holds(NILE.map(v -> v / 7), COUNTS, Reason.OUT_OF_RANGE, "whole counts", "use amounts");
    holds(NILE.map(v -> -v), COUNTS, Reason.OUT_OF_RANGE, "found -1120.0 in period 1");
  }

  @Test
  void anExposureIsPositive() {
    Response zero = new Response.Counts(Dispersion.POISSON, NILE.map(_ -> 0));
    holds(NILE, NILE_STEP.with(zero), Reason.OUT_OF_RANGE, "a positive exposure");
  }

  @Test
  void countsThatAreAllZeroOnOneSideDoNotSettle() {
    Series late = Series.of(IntStream.range(0, 60).mapToDouble(i -> i < 28 ? 0 : i % 5).toArray());
    holds(late, COUNTS, Reason.NO_CONVERGENCE, "all counts before or after are 0");
  }

  @Test
  void aSeasonNeedsTwoCyclesAndHalfOfThemAtMost() {
    Series short23 = NILE.slice(new Window(0, 23));
    ItsModel model = ItsModel.of(Intervention.at(15));
    holds(short23, model.with(new Harmonics(12, 2)), Reason.TOO_FEW, "two full cycles of 12");
    holds(NILE, model.with(new Harmonics(12, 7)), Reason.OUT_OF_RANGE, "0 to 6 pairs");
    holds(NILE, model.with(new Harmonics(-1, 1)), Reason.OUT_OF_RANGE, "0 to 0 pairs");
  }

  @Test
  void coefficientsLeaveValuesToJudgeNoiseBy() {
    Series short15 = NILE.slice(new Window(0, 15));
    ItsModel model = ItsModel.of(Intervention.at(12)).with(new Harmonics(7, 3));
    holds(short15, model.with(Shape.TREND_STEP_AND_SLOPE), Reason.TOO_FEW, "10 coefficients");
  }

  @Test
  void settingsOutsideTheirRangeAreNamed() {
    holds(NILE, NILE_STEP.with(neweyWest(100)), Reason.OUT_OF_RANGE, "lag of 0 to 99");
    holds(NILE, NILE_STEP.with(new Errors.RemlAr1(5)), Reason.OUT_OF_RANGE, "found 5");
    holds(NILE, NILE_STEP.with(new Reading(1, 1)), Reason.OUT_OF_RANGE, "found 1.0");
  }

  private static void holds(Series values, ItsModel model, Reason reason, String... texts) {
    assertThat(refused(values, model).reason()).isEqualTo(reason);
    assertThat(refused(values, model).text()).contains(texts).endsWith(".");
  }
}
