package outturn.evidence.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import outturn.evidence.season.Adjustment.Adjusted;
import outturn.evidence.season.Adjustment.Reason;
import outturn.evidence.season.Adjustment.Refused;
import outturn.evidence.series.CsvFile;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

class SeasonalAdjustmentTest {
  private static final Offset<Double> PRINTED = within(5e-7);
  private static final Series AIR =
      CsvFile.read("/r-datasets/airpassengers.csv").column("passengers");
  private static final Series DRIVERS = CsvFile.read("/r-datasets/seatbelts.csv").column("drivers");

  @Test
  void airPassengersHaveTheFactorsOfTheClassicalDecomposition() {
    // R: decompose(AirPassengers, "multiplicative")$figure; recomputed with numpy.
    double[] figure = {
      0.9102304, 0.8836253, 1.0073663, 0.9759060, 0.9813780, 1.1127758,
      1.2265555, 1.2199110, 1.0604919, 0.9217572, 0.8011781, 0.8988244
    };
    Factors factors = adjusted(AIR, 12, Model.MULTIPLICATIVE, 0, 144).factors();
    for (int i = 0; i < 12; i++) {
      assertThat(factors.factor(i)).isCloseTo(figure[i], PRINTED);
    }
  }

  @Test
  void airPassengersHaveTheAmountsOfTheClassicalDecomposition() {
    // The same with numpy, additive.
    Factors factors = adjusted(AIR, 12, Model.ADDITIVE, 0, 144).factors();
    assertThat(factors.factor(0)).isCloseTo(-24.74873737, PRINTED);
    assertThat(factors.factor(6)).isCloseTo(63.83080808, PRINTED);
    assertThat(factors.factor(10)).isCloseTo(-53.59343434, PRINTED);
  }

  @Test
  void theFactorsOfRoadCasualtiesComeFromTheBaselineAlone() {
    // February 1978 to January 1983; what happens later cannot change the factors.
    Factors factors = adjusted(DRIVERS, 12, Model.MULTIPLICATIVE, 109, 169).factors();
    Series halved =
        Series.of(
            IntStream.range(0, 192)
                .mapToDouble(i -> DRIVERS.value(i) / (i < 169 ? 1 : 2))
                .toArray());
    assertThat(adjusted(halved, 12, Model.MULTIPLICATIVE, 109, 169).factors()).isEqualTo(factors);
    assertThat(factors.values().mean()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aPureSeasonDisappears() {
    double[] season = {.8, 1, 1.2, 1};
    Series series =
        Series.of(IntStream.range(0, 18).mapToDouble(i -> 50 * season[i % 4]).toArray());
    // Two cycles: compared with the mean of the window. The window need not begin with the cycle.
    assertThat(adjusted(series, 4, Model.MULTIPLICATIVE, 3, 11).series().valid())
        .allSatisfy(value -> assertThat(value).isCloseTo(50, within(1e-9)));
    assertThat(adjusted(series, 4, Model.ADDITIVE, 3, 11).series().valid())
        .allSatisfy(value -> assertThat(value).isCloseTo(50, within(1e-9)));
    assertThat(adjusted(series, 4, Model.MULTIPLICATIVE, 2, 14).series().valid())
        .allSatisfy(value -> assertThat(value).isCloseTo(50, within(1e-9)));
  }

  @Test
  void anOddCycleIsAveragedWithoutHalves() {
    double[] season = {-3, 1, 2};
    Series series = Series.of(IntStream.range(0, 12).mapToDouble(i -> i + season[i % 3]).toArray());
    assertThat(adjusted(series, 3, Model.ADDITIVE, 0, 12).series().value(7))
        .isCloseTo(7, within(1e-9));
  }

  @Test
  void gapsStayGaps() {
    Series series = Series.of(1, 2, 1, 2, 1, 2, Double.NaN, 2);
    Adjusted adjusted = adjusted(series, 2, Model.MULTIPLICATIVE, 0, 8);
    assertThat(adjusted.series().isMissing(6)).isTrue();
    assertThat(adjusted.series().count()).isEqualTo(7);
  }

  @Test
  void lessThanTwoCyclesAreRefused() {
    Refused refused = refused(AIR, Model.MULTIPLICATIVE, 0, 23);
    assertThat(refused.reason()).isEqualTo(Reason.TOO_FEW_CYCLES);
    assertThat(refused.detail()).contains("23 periods").contains("two full cycles");
  }

  @Test
  void everyRefusalIsNamed() {
    assertThat(refused(AIR, Model.ADDITIVE, 0, 25).reason()).isEqualTo(Reason.NOT_WHOLE_CYCLES);
    assertThat(refused(AIR, Model.ADDITIVE, 96, 156).reason()).isEqualTo(Reason.OUTSIDE_SERIES);
    Series zeros = AIR.map(v -> v - 112);
    assertThat(refused(zeros, Model.MULTIPLICATIVE, 0, 24).reason()).isEqualTo(Reason.NOT_POSITIVE);
  }

  @Test
  void aMonthWithoutAnyValueIsNamed() {
    double[] values = AIR.toArray();
    values[4] = Double.NaN;
    values[16] = Double.NaN;
    Refused refused = refused(Series.of(values), Model.MULTIPLICATIVE, 0, 24);
    assertThat(refused.reason()).isEqualTo(Reason.SEASON_WITHOUT_VALUES);
    assertThat(refused.detail()).startsWith("Position 5 of 12");
  }

  private static Adjusted adjusted(Series series, int cycle, Model model, int from, int to) {
    return (Adjusted) SeasonalAdjustment.of(series, new Season(cycle, model, new Window(from, to)));
  }

  private static Refused refused(Series series, Model model, int from, int to) {
    return (Refused) SeasonalAdjustment.of(series, new Season(12, model, new Window(from, to)));
  }
}
