package outturn.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Warning;
import outturn.evidence.series.CsvFile;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Direction;

class ForecastsTest {
  private static final Series AIR =
      CsvFile.read("/r-datasets/airpassengers.csv").column("passengers");
  private static final Series NILE = CsvFile.read("/r-datasets/nile.csv").column("volume");

  @Test
  void theForecastTellsWhatItRestsOn() {
    Forecast forecast = found(NILE, ForecastOptions.of(5, 1));
    assertThat(forecast.method()).isEqualTo(Method.THETA);
    assertThat(forecast.why()).contains("60 earlier origins").contains("ets").contains("naive2");
    assertThat(forecast.model().weights().level()).isCloseTo(.2457, within(5e-4));
    assertThat(forecast.steps()).hasSize(5);
    Step first = forecast.steps().getFirst();
    assertThat(first.point()).isCloseTo(799.8, within(.1));
    assertThat(first.basis()).isEqualTo(Step.Basis.CONFORMAL);
    assertThat(first.residuals()).isEqualTo(60);
    assertThat(forecast.steps().getLast().residuals()).isEqualTo(56);
    assertThat(forecast.backtest().origins()).isEqualTo(60);
    assertThat(forecast.backtest().residuals()).isEqualTo(60 + 59 + 58 + 57 + 56);
    assertThat(forecast.backtest().coverage()).isBetween(.9, 1.0);
    assertThat(forecast.grounds().n()).isEqualTo(100);
    assertThat(forecast.grounds().assumptions())
        .extracting(each -> each.state())
        .containsExactly(State.NOT_TESTABLE, State.HOLDS);
  }

  @Test
  void intervalsAreNeverNarrowerFartherAhead() {
    Forecast forecast = found(AIR, ForecastOptions.of(24, 12));
    List<Step> steps = forecast.steps();
    for (int j = 1; j < steps.size(); j++) {
      assertThat(steps.get(j).interval().width())
          .isGreaterThanOrEqualTo(steps.get(j - 1).interval().width() * (1 - 1e-12));
    }
    for (int j = 0; j < steps.size(); j++) {
      assertThat(forecast.outlook().steps(.8).get(j).interval().width())
          .isLessThanOrEqualTo(steps.get(j).interval().width());
    }
  }

  @Test
  void theChanceOfATargetIsThatOfTheIntervalThatEndsThere() {
    Forecast forecast = found(NILE, ForecastOptions.of(3, 1));
    Step last = forecast.steps().getLast();
    Outlook outlook = forecast.outlook();
    double high = last.interval().upper();
    // Ranks are whole: a level between two of them has the reach of the higher one.
    assertThat(outlook.chance(high, Direction.HIGHER_IS_BETTER)).isCloseTo(.025, within(.01));
    assertThat(outlook.chance(high, Direction.LOWER_IS_BETTER)).isCloseTo(.975, within(.01));
    double low = last.interval().lower();
    assertThat(outlook.chance(low, Direction.HIGHER_IS_BETTER)).isCloseTo(.975, within(.01));
    assertThat(outlook.chance(last.point(), Direction.LOWER_IS_BETTER)).isCloseTo(.5, within(.01));
    assertThat(outlook.chance(1e9, Direction.HIGHER_IS_BETTER)).isBetween(0.0, 1e-3);
    assertThat(outlook.chance(1, Direction.NEUTRAL)).isNaN();
  }

  @Test
  void fewerThanEightValuesGoOnAsTheyDrifted() {
    Forecast forecast = found(Series.of(2, 4, 5, 8), ForecastOptions.of(2, 12));
    assertThat(forecast.method()).isEqualTo(Method.DRIFT);
    assertThat(forecast.why()).contains("fewer than 8");
    assertThat(forecast.steps().get(1).point()).isCloseTo(12, within(1e-9));
    assertThat(forecast.steps().get(1).basis()).isEqualTo(Step.Basis.ROUGH);
    assertThat(forecast.backtest().coverage()).isNaN();
    assertThat(names(forecast)).contains("short-series", "rough-intervals");
  }

  @Test
  void aSeasonWithZerosIsAnAmount() {
    Series values =
        Series.of(IntStream.range(0, 40).mapToDouble(i -> i % 4 * 10 + i * 7 % 3).toArray());
    Forecast forecast = found(values, ForecastOptions.of(4, 4).with(Method.SES));
    assertThat(forecast.model().name()).isEqualTo("A,N,N with additive season");
    assertThat(forecast.why()).isEqualTo("It was asked for.");
    assertThat(names(forecast)).contains("additive-season");
    assertThat(forecast.steps().get(3).point()).isCloseTo(31, within(1.5));
  }

  @Test
  void aSeriesThatHasChangedIsSuspected() {
    Random random = new Random(4);
    Series values =
        Series.of(
            IntStream.range(0, 40)
                .mapToDouble(i -> (i < 30 ? 10 : 10 + 3 * (i - 29)) + random.nextGaussian())
                .toArray());
    Forecast forecast = found(values, ForecastOptions.of(3, 1).with(Method.SES));
    assertThat(names(forecast)).contains("one-sided-errors");
    assertThat(forecast.grounds().assumptions().get(1).state()).isEqualTo(State.DOUBTFUL);
  }

  @Test
  void missingPeriodsAreSkippedAndTold() {
    double[] values = NILE.toArray();
    values[0] = Double.NaN;
    values[50] = Double.NaN;
    values[99] = Double.NaN;
    Forecast forecast = found(Series.of(values), ForecastOptions.of(2, 1));
    assertThat(forecast.grounds().n()).isEqualTo(97);
    assertThat(names(forecast)).contains("missing-periods");
    assertThat(forecast.steps().getFirst().point()).isCloseTo(805, within(30.0));
  }

  @Test
  void whatCannotBeForecastIsRefused() {
    assertThat(reason(Series.of(1, 1, 1, 1), ForecastOptions.of(2, 1))).isEqualTo(Reason.CONSTANT);
    assertThat(reason(Series.of(1, 2), ForecastOptions.of(2, 1))).isEqualTo(Reason.TOO_FEW);
    assertThat(reason(Series.of(), ForecastOptions.of(2, 1))).isEqualTo(Reason.ALL_MISSING);
    assertThat(reason(NILE, ForecastOptions.of(0, 1))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(NILE, ForecastOptions.of(9, 0))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(NILE, ForecastOptions.of(9, 1).withLevel(1))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(Series.of(1, 2e100, 3), ForecastOptions.of(2, 1)))
        .isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(reason(Series.of(1, 2, 3, 4), ForecastOptions.of(2, 1).with(Method.ETS)))
        .isEqualTo(Reason.TOO_FEW);
    assertThat(reason(NILE, new ForecastOptions(2, 1, .9, List.of()))).isEqualTo(Reason.TOO_FEW);
  }

  private static List<String> names(Forecast forecast) {
    return forecast.grounds().warnings().stream().map(Warning::name).toList();
  }

  private static Forecast found(Series values, ForecastOptions options) {
    return Forecasts.of(values, options).result().orElseThrow();
  }

  private static Reason reason(Series values, ForecastOptions options) {
    return Forecasts.of(values, options).refusal().orElseThrow().reason();
  }
}
