package outturn.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import outturn.evidence.season.Model;
import outturn.evidence.series.CsvFile;
import outturn.evidence.series.ReferenceValues;
import outturn.evidence.series.Series;

/// Against R's package forecast (reference-values.csv), and against searches and sums of scipy,
/// numpy and statsmodels (oracle/forecast.py).
class ForecastReferenceTest {
  private static final Percentage CLOSE = Percentage.withPercentage(.02);
  private static final double[] NILE =
      CsvFile.read("/r-datasets/nile.csv").column("volume").toArray();
  private static final double[] AIR =
      CsvFile.read("/r-datasets/airpassengers.csv").column("passengers").toArray();
  private static final double[] FRONT =
      CsvFile.read("/r-datasets/seatbelts.csv").column("front").toArray();

  @Test
  void theValuesOfRHoldButForArima() {
    Exponential ets = Ets.chosen(NILE, 1);
    Fitted theta = Method.THETA.fit(NILE, 1, 3);
    ReferenceValues rows = ReferenceValues.of("forecast");
    rows.startingWith("nile_ets_ann.")
        .hold(
            Map.of(
                "nile_ets_ann.alpha", ets.weights().level(),
                "nile_ets_ann.forecast", ets.ahead(1).point(0)));
    rows.startingWith("nile_theta.")
        .hold(Map.of("nile_theta.h1", theta.point(0), "nile_theta.h2", theta.point(1)));
    rows.startingWith("nile_ses_optimal.")
        .hold(Map.of("nile_ses_optimal.alpha", Exponential.level(NILE).weights().level()));
    // Chapter C5.5 of the specification has the third.
    assertThat(theta.point(2)).isCloseTo(797.10, within(.1));
    assertThat(Theta.slope(NILE) / 2).isCloseTo(-1.35715, within(5e-6));
  }

  @Test
  void thetaIsTheMeanOfItsTwoLines() {
    Fitted nile = Method.THETA.fit(NILE, 1, 3);
    assertThat(nile.point(0)).isCloseTo(799.79328, within(1e-3));
    assertThat(nile.point(2)).isCloseTo(797.07897, within(1e-3));
    Fitted air = Method.THETA.fit(AIR, 12, 13);
    assertThat(air.point(0)).isCloseTo(440.07675, CLOSE);
    assertThat(air.point(6)).isCloseTo(602.75006, CLOSE);
    assertThat(air.point(12)).isCloseTo(454.52833, CLOSE);
  }

  @Test
  void weightsAndStartsAreTheBestOfAll() {
    assertThat(Exponential.trend(AIR).error()).isCloseTo(161813.9, CLOSE);
    // With three weights the search may end in a valley beside the deepest one.
    assertThat(Exponential.damped(AIR).error()).isCloseTo(162097.08, Percentage.withPercentage(.3));
    assertThat(Exponential.trend(FRONT).error()).isCloseTo(2563837.2, CLOSE);
    assertThat(Exponential.damped(FRONT).error()).isCloseTo(2558572.3, CLOSE);
    Fitted damped = Exponential.damped(FRONT).ahead(4);
    assertThat(damped.point(0)).isCloseTo(707.19174, CLOSE);
    assertThat(damped.point(3)).isCloseTo(707.2268, CLOSE);
    double[] amounts = Seasonality.of(AIR, 12, Model.ADDITIVE).factors();
    Exponential season = Exponential.season(AIR, amounts);
    assertThat(season.error()).isCloseTo(42979.913, CLOSE);
    assertThat(season.ahead(7).point(0)).isCloseTo(435.86752, CLOSE);
    assertThat(season.ahead(7).point(6)).isCloseTo(524.47673, CLOSE);
  }

  @Test
  void aSeriesWithoutNoiseIsContinued() {
    double[] line = {3, 5, 7, 9, 11, 13, 15, 17, 19};
    assertThat(Exponential.trend(line).ahead(3).point(2)).isCloseTo(25, within(1e-6));
    assertThat(Method.DRIFT.fit(line, 1, 2).point(1)).isEqualTo(23);
    double[] season = {1, 2, 3, 1, 2, 3, 1, 2, 3, 1};
    assertThat(Method.SEASONAL_NAIVE.fit(season, 3, 4).point(3)).isEqualTo(2);
    assertThat(Method.NAIVE2.fit(season, 3, 2).point(1)).isCloseTo(3, within(1e-9));
  }

  @Test
  void aGapTeachesNothing() {
    double gap = Double.NaN;
    double[] line = {3, 5, gap, 9, 11, gap, gap, 17, 19, gap};
    assertThat(Exponential.trend(line).ahead(2).point(0)).isCloseTo(23, within(1e-6));
    assertThat(Theta.slope(line)).isCloseTo(2, within(1e-12));
    assertThat(Method.NAIVE.fit(line, 1, 1).point(0)).isEqualTo(19);
    assertThat(Method.SEASONAL_NAIVE.fit(line, 3, 3).point(0)).isEqualTo(17);
    // Two cycles ago, as the value of a cycle ago is missing.
    assertThat(Method.SEASONAL_NAIVE.fit(line, 3, 3).point(2)).isEqualTo(9);
  }

  @Test
  void theDecompositionIsThatOfSeasonalAdjustment() {
    double[] ours = Seasonality.of(AIR, 12).factors();
    // R: decompose(AirPassengers, "multiplicative")$figure; as in SeasonalAdjustmentTest.
    assertThat(ours[0]).isCloseTo(.9102304, within(5e-7));
    assertThat(ours[11]).isCloseTo(.8988244, within(5e-7));
    assertThat(Seasonality.isIn(AIR, 12)).isTrue();
    assertThat(Seasonality.isIn(NILE, 12)).isFalse();
    assertThat(Series.of(ours).mean()).isCloseTo(1, within(1e-12));
  }
}
