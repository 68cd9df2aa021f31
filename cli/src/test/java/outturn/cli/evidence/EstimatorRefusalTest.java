package outturn.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.csv.CsvFile;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class EstimatorRefusalTest {
  @TempDir Path folder;

  @Test
  void theRefusalOfAnEstimatorIsToldLikeThatOfAFile() throws Exception {
    Files.writeString(folder.resolve("v.csv"), "v\n1\n");
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    var terminal = new Terminal(print, print, InputStream.nullInputStream(), 80, Set.of());
    var environment =
        new Environment(
            Map.of(), folder, folder, InstantSource.system(), ZoneOffset.UTC, Thread::new);
    var told = new String[1];
    var line = new CommandLine(new Choosy(terminal, environment));
    line.setExecutionExceptionHandler((thrown, _, _) -> {
      told[0] = ((CommandFailed) thrown).sentence();
      return ((CommandFailed) thrown).exitCode().number();
    });

    assertThat(line.execute("v.csv", "--json")).isEqualTo(1);
    assertThat(told[0]).isEqualTo("v.csv: It has 1 value; 12 are needed. (too-few)");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"reason\" : \"too-few\"", "\"file\" : \"v.csv\"", "\"line\" : null");
  }

  @Command(name = "choosy")
  private static final class Choosy extends EvidenceCommand {
    Choosy(Terminal terminal, Environment environment) {
      super(terminal, environment);
    }

    @Override
    protected void run(CsvFile data) {
      found(Answer.refused(Reason.TOO_FEW, "It has 1 value; 12 are needed."), data);
    }
  }
}
