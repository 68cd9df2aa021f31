package outturn.evidence.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Reason;

class SampleTest {
  @Test
  void percentilesAreThoseOfR() {
    // R 4.2.2: quantile(c(7, 1, 3, 10, 2), c(.1, .5, .9)) is 1.4, 3.0, 8.8.
    Spread spread = sample(7, 1, 3, 10, 2).spread();
    assertThat(spread.p10()).isCloseTo(1.4, within(1e-12));
    assertThat(spread.p50()).isEqualTo(3);
    assertThat(spread.p90()).isCloseTo(8.8, within(1e-12));
  }

  @Test
  void weightsMoveThePercentiles() {
    double[] draws = {5, 1, 3, 3};
    assertThat(Spread.of(draws, new double[] {1, 1, 1, 1})).isEqualTo(new Spread(1, 3, 5));
    assertThat(Spread.of(draws, new double[] {8, .5, .5, 1})).isEqualTo(new Spread(3, 5, 5));
  }

  @Test
  void namedPartsHaveNumbersOfTheirOwn() {
    Seed seed = new Seed(5);
    long first = seed.generator("Aa").nextLong();
    assertThat(seed.generator("Aa").nextLong()).isEqualTo(first);
    assertThat(seed.generator("BB").nextLong()).isNotEqualTo(first);
  }

  @Test
  void drawsComeInOrderAndBeginAgain() {
    Sample sample = sample(4, 5);
    assertThat(sample.draw(3, new Seed(1).generator())).isEqualTo(5);
    assertThat(sample.mean()).isEqualTo(4.5);
    assertThat(sample.shareAbove(4)).isEqualTo(.5);
    assertThat(sample(9).spread()).isEqualTo(new Spread(9, 9, 9));
  }

  @Test
  void laterChangesOfTheArrayDoNotReachTheSample() {
    double[] values = {1, 2};
    Sample sample = sample(values);
    values[0] = 9;
    assertThat(sample).isEqualTo(sample(1, 2));
    assertThat(sample.value(0)).isEqualTo(1);
    assertThat(sample.size()).isEqualTo(2);
  }

  @Test
  void noDrawsAndDrawsThatAreNoNumbersAreRefused() {
    assertThat(Sample.of().refusal().orElseThrow().reason()).isEqualTo(Reason.TOO_FEW);
    assertThat(Sample.of(1, Double.NaN).refusal().orElseThrow())
        .satisfies(why -> assertThat(why.reason()).isEqualTo(Reason.NOT_A_NUMBER))
        .satisfies(why -> assertThat(why.text()).contains("Draw 1"));
  }

  private static Sample sample(double... values) {
    return Sample.of(values).result().orElseThrow();
  }
}
