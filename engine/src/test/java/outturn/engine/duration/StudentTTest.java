package outturn.engine.duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  /// Quantiles at 0.9 and 0.975 from the table in Abramowitz and Stegun, *Handbook of Mathematical
  /// Functions* (1964), 26.10.
  @ParameterizedTest
  @CsvSource({
    "1, 3.078, 12.706",
    "2, 1.886, 4.303",
    "3, 1.638, 3.182",
    "4, 1.533, 2.776",
    "10, 1.372, 2.228",
    "30, 1.310, 2.042",
    "60, 1.296, 2.000"
  })
  void quantilesAreThoseOfTheTable(int degrees, double ninth, double high) {
    assertThat(StudentT.between(degrees, 0.9)).isCloseTo(ninth, within(0.01));
    assertThat(StudentT.between(degrees, 0.975)).isCloseTo(high, within(0.04 * high));
    assertThat(StudentT.between(degrees, 0.1)).isCloseTo(-ninth, within(0.01));
  }
}
