package outturn.bench.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.bench.core.CoreLoop.Round;
import outturn.cli.client.Json;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;

class CoreCommandTest {
  @Test
  void everyShapeIsDecidedAsOftenAsItHasEvents() {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, UTF_8);
    var terminal = new Terminal(print, print, InputStream.nullInputStream(), 100, Set.of());

    var code =
        new CommandLine(new CoreCommand(terminal))
            .execute("--task-runs", "100", "--rounds", "1", "--warm-up", "0", "--json");

    assertThat(code).isZero();
    var json = Json.read(out.toString(UTF_8)).orElseThrow();
    // A start of each run, and a report of each task.
    assertThat(json.at("/single/events").intValue()).isEqualTo(200);
    assertThat(json.at("/chain/events").intValue()).isEqualTo(110);
    assertThat(json.at("/fan/events").intValue()).isEqualTo(102);
    assertThat(json.at("/fan/eventsPerSecond").doubleValue()).isPositive();
  }

  @Test
  void ratesAreByTheClockAndCostsByTheCpu() {
    var round = new Round(1_000, 2_000_000, 1_500_000);

    assertThat(round.eventsPerSecond()).isEqualTo(500_000);
    assertThat(round.cpuNanosPerEvent()).isEqualTo(1_500);
  }
}
