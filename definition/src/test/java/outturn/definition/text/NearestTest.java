package outturn.definition.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void theWordThatWasMeantIsTold() {
    assertThat(Nearest.hint("nigthly", List.of("hourly", "nightly")))
        .isEqualTo("did you mean 'nightly'?");
  }

  @Test
  void whereNoneIsNearAllAreTold() {
    assertThat(Nearest.hint("payroll", List.of("hourly", "nightly")))
        .isEqualTo("there are: hourly, nightly");
    assertThat(Nearest.hint("payroll", List.of())).isEqualTo("there are none");
  }

  @Test
  void ofManyTheFirstAreTold() {
    var many = IntStream.range(100, 400).mapToObj(number -> "task-" + number).toList();

    assertThat(Nearest.hint("payroll", many))
        .startsWith("there are 300, among them: task-100, task-101, ")
        .endsWith(", task-119")
        .hasSizeLessThan(240);
  }
}
