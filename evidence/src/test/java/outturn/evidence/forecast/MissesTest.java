package outturn.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MissesTest {
  @Test
  void nineteenMissesAreNeededFor95Percent() {
    Misses misses = new Misses(1, 19);
    for (int i = 1; i <= 19; i++) {
      assertThat(misses.isRough(0, .95)).isTrue();
      misses.add(0, i % 2 == 0 ? i : -i);
    }
    assertThat(misses.isRough(0, .95)).isFalse();
    assertThat(misses.isRough(0, .951)).isTrue();
    // The largest of 19 is not exceeded by the 20th with a probability of 19/20.
    assertThat(misses.reaches(.95, new double[] {1}, 50)).containsExactly(19);
    assertThat(misses.reaches(.8, new double[] {1}, 50)).containsExactly(16);
  }

  @Test
  void withTooFewMissesTheModelCountsAndTheLargestMissToo() {
    Misses misses = new Misses(2, 5);
    misses.add(0, 3);
    misses.add(0, Double.NaN);
    misses.add(1, 40);
    assertThat(misses.count()).isEqualTo(2);
    double[] reaches = misses.reaches(.95, new double[] {2, 2}, 13);
    // R: qt(.975, 10) is 2.228139.
    assertThat(reaches[0]).isCloseTo(2 * 2.228139, within(1e-5));
    assertThat(reaches[1]).isEqualTo(40);
  }

  @Test
  void fartherAheadIsNeverNearer() {
    Misses misses = new Misses(3, 4);
    for (int i = 0; i < 4; i++) {
      misses.add(0, 1);
      misses.add(1, 5);
      misses.add(2, 2);
    }
    assertThat(misses.reaches(.5, new double[3], 20)).containsExactly(1, 5, 5);
  }
}
