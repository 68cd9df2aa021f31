package outturn.server.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoEffectTest {
  private static final Simulated EXAMPLE = Simulated.example("no-effect");

  @Test
  void theNumbersAreThoseOfTheSeedAndAllAreCollected(@TempDir Path folder) throws Exception {
    var walk = EXAMPLE.walk(folder);

    walk.run("no-effect-history", Map.of());

    assertThat(walk.log()).contains("seed 2025:").contains("all files are those of this seed");
    assertThat(walk.collected())
        .containsExactlyInAnyOrder(
            new Walk.Collected("missed-appointments", "2024-01-01", "2025-12-28", 104L),
            new Walk.Collected("calls-to-move", "2023-06-01", "2025-12-31", 31L));
  }

  @Test
  void theWeeksLeaveNoRoomForAChangeThatWouldMatter() {
    var interval =
        EXAMPLE.effects("missed-appointments", LocalDate.of(2025, 3, 3), 4).average().interval();

    assertThat(interval.contains(0)).isTrue();
    assertThat(interval.lower()).isGreaterThan(-important("missed-appointments"));
    assertThat(interval.upper()).isLessThan(important("missed-appointments"));
  }

  @Test
  void theMonthsLeaveRoomForBoth() {
    var interval =
        EXAMPLE.effects("calls-to-move", LocalDate.of(2025, 3, 1), 1).average().interval();

    assertThat(interval.contains(0)).isTrue();
    assertThat(interval.lower()).isLessThan(-important("calls-to-move"));
    assertThat(interval.upper()).isGreaterThan(important("calls-to-move"));
  }

  private static double important(String measure) {
    return EXAMPLE
        .project()
        .measures()
        .find(measure)
        .flatMap(each -> each.quantity().minimumImportantChange())
        .orElseThrow();
  }
}
