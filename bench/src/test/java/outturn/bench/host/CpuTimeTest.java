package outturn.bench.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
  @Test
  void itIsTheSumOfUserAndSystemTimeAndThatOfEndedChildren() {
    var stat =
        "4711 (java) S 1 4711 4711 0 -1 4194304 100 200 3 4 1000 200 30 4 20 0 55 0 548753 0 0\n";

    assertThat(CpuTime.read(stat)).isEqualTo(Duration.ofMillis(12_340));
  }

  @Test
  void aNameMayHaveBlanksAndBrackets() {
    var stat = "12 (postgres: (a) b 99) S 1 12 12 0 -1 0 0 0 0 0 7 3 0 0 20 0 1 0 5 0 0\n";

    assertThat(CpuTime.read(stat)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void thisProcessHasUsedSome() {
    assumeThat(Files.exists(Path.of("/proc/self/stat"))).as("a /proc as Linux has it").isTrue();

    assertThat(CpuTime.of(ProcessHandle.current().pid()).orElseThrow()).isPositive();
  }

  @Test
  void aProcessThatIsNotThereHasNone() {
    assertThat(CpuTime.of(Integer.MAX_VALUE)).isEmpty();
  }
}
