package outturn.cli.outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Request;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;

/// A chart of the server, written to a file.
final class ChartFile {
  private ChartFile() {}

  static void write(
      Client client,
      Request chart,
      @Nullable Instant at,
      String file,
      Environment environment,
      Terminal terminal) {
    var drawn = client.text(chart.with("standalone", "true").with("asOf", at));
    try {
      Files.writeString(environment.resolve(file), drawn);
    } catch (IOException failed) {
      throw new CommandFailed(ExitCode.REFUSED, "cannot write the chart: " + failed.getMessage());
    }
    terminal.remark("wrote the chart to %s".formatted(file));
  }
}
