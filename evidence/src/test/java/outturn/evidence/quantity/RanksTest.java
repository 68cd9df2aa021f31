package outturn.evidence.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RanksTest {
  @Test
  void ranksAreSharedByEqualDrawsAndCorrelateAsInR() {
    // R 4.2.2: cor(c(1, 2, 2, 5), c(3, 1, 4, 9), method = "spearman") is 0.6324555.
    double[] equal = {.25, .25, .25, .25};
    Ranks one = Ranks.of(new double[] {1, 2, 2, 5});
    Ranks two = Ranks.of(new double[] {3, 1, 4, 9});
    assertThat(one.correlation(two, equal)).isCloseTo(0.6324555, within(1e-7));
    assertThat(one.correlation(Ranks.of(new double[] {1, 1, 1, 1}), equal)).isZero();
  }
}
