package outturn.cli.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.client.WholeFile;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn measure export`: what was observed of a measure, as CSV.
@Command(
    name = "export",
    description = {
      "Write the observations of a measure as CSV: every revision a row, with when it was recorded,"
          + " by whom, whether it counts, and why it does not.",
      "outturn observe MEASURE --csv takes such a file: of each period the latest revision."
    },
    footer = {
      "  outturn measure export first-visit-fix-rate > visits.csv",
      "  outturn measure export first-visit-fix-rate --out visits.csv",
      "  outturn measure export first-visit-fix-rate --segment north --from 2026-01-01"
    })
final class MeasureExportCommand extends ServerCommand {
  @Parameters(paramLabel = "MEASURE", description = "the measure's name")
  private String measure = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write it to this file; a file that is there is replaced")
  private @Nullable String out;

  @Option(names = "--segment", paramLabel = "SEGMENT", description = "only this segment")
  private @Nullable String segment;

  @Option(names = "--from", paramLabel = "DATE", description = "the first period")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "the last period, included")
  private @Nullable LocalDate to;

  MeasureExportCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var request =
        Request.get("measures", measure, "observations")
            .with("segment", segment)
            .with("from", from)
            .with("to", to)
            .header("Accept", "text/csv");
    if (out == null) {
      client.text(request).lines().forEach(terminal::line);
      return ExitCode.DONE;
    }
    var file = out;
    var written = Json.object();
    written.put("file", file);
    written.put("bytes", WholeFile.download(client, request, environment, file));
    show(written, () -> terminal.line("wrote " + file));
    return ExitCode.DONE;
  }
}
