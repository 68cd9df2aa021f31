package outturn.evidence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final double GAP = Double.NaN;

  @Test
  void laterChangesOfTheArrayDoNotReachTheSeries() {
    double[] values = {1, 2};
    Series series = Series.of(values);
    values[0] = 9;
    series.toArray()[1] = 9;
    assertThat(series).isEqualTo(Series.of(1, 2));
  }

  @Test
  void gapsAreLeftOutOfMeanMedianAndCount() {
    Series series = Series.of(4, GAP, 1, 2, 9);
    assertThat(series.count()).isEqualTo(4);
    assertThat(series.mean()).isEqualTo(4);
    assertThat(series.median()).isEqualTo(3);
    assertThat(series.standardDeviation()).isCloseTo(Math.sqrt(38 / 3.0), within(1e-12));
  }

  @Test
  void aGapContributesNoMovingRange() {
    assertThat(Series.of(1, 4, GAP, 10, 8).movingRanges()).isEqualTo(Series.of(3, 2));
  }

  @Test
  void autocorrelationIsTheSumOfProductsOverTheSumOfSquares() {
    assertThat(Series.of(1, 2, 3, 4).lagOneAutocorrelation()).isCloseTo(.25, within(1e-12));
    assertThat(Series.of(5, 5, 5).lagOneAutocorrelation()).isZero();
  }

  @Test
  void anEmptySeriesHasNoMean() {
    assertThat(Series.of().mean()).isNaN();
    assertThat(Series.of().median()).isNaN();
  }

  @Test
  void anInfiniteValueIsRefused() {
    assertThatThrownBy(() -> Series.of(1, Double.POSITIVE_INFINITY))
        .hasMessageContaining("value 1 of the series is infinite");
  }

  @Test
  void aSliceBeyondTheEndIsRefused() {
    Series series = Series.of(1, 2, 3);
    assertThat(series.slice(new Window(1, 3))).isEqualTo(Series.of(2, 3));
    assertThatThrownBy(() -> series.slice(new Window(1, 4))).hasMessageContaining("ends at 4");
  }

  @Test
  void mappingKeepsGaps() {
    assertThat(Series.of(1, GAP).map(v -> v * 2)).isEqualTo(Series.of(2, GAP));
  }
}
