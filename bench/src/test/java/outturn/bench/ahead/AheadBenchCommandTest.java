package outturn.bench.ahead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.cli.client.Json;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;

class AheadBenchCommandTest {
  @Test
  void everyDueTimeOfTheMixIsCounted() {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, UTF_8);
    var terminal = new Terminal(print, print, InputStream.nullInputStream(), 100, Set.of());

    var code =
        new CommandLine(new AheadBenchCommand(terminal))
            .execute("--workflows", "3", "--days", "28", "--rounds", "1", "--json");

    assertThat(code).isZero();
    var json = Json.read(out.toString(UTF_8)).orElseThrow();
    // 28 daily, 28 on working days with the days off told too, and one of the 15th.
    assertThat(json.path("lines").intValue()).isEqualTo(57);
    assertThat(json.path("cpuMillis").doubleValue()).isPositive();
  }
}
