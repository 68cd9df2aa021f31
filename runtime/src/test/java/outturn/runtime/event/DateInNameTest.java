package outturn.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateInNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders-2026-03-29.csv",
        "20260329.csv",
        "v1_20260329_17.csv",
        "99999999-20260329"
      })
  void theFirstThatIsADateCounts(String name) {
    assertThat(DateInName.of(name)).contains(LocalDate.of(2026, 3, 29));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders.csv", "2026-0329", "1202603299", "20261329"})
  void whatIsNoDateIsNone(String name) {
    assertThat(DateInName.of(name)).isEmpty();
  }
}
