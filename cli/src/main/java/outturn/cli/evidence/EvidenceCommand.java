package outturn.cli.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outturn.charts.svg.Drawing;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.csv.CsvFile;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A command that works out something from a CSV file, and can draw it.
///
/// A subclass reads its columns with [SeriesColumns], asks its estimator, unpacks the answer with
/// [#found], and shows it with [#show] and [#draw]; [ReportJson] makes the JSON. It is added to
/// [EvidenceGroup], and its keys to `docs/evidence.md`.
public abstract class EvidenceCommand extends Calculation {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "a CSV file with a header; - for standard input")
  private String file = "";

  @Option(names = "--svg", paramLabel = "FILE", description = "also write the chart as SVG")
  private @Nullable String svg;

  protected EvidenceCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
    this.environment = environment;
  }

  /// Does what the command is for.
  protected abstract void run(CsvFile data);

  @Override
  protected final void run() {
    run(read(file));
  }

  /// Writes the chart if that is wanted.
  protected final void draw(Supplier<Drawing> chart) {
    if (svg == null) return;
    try {
      Files.writeString(environment.resolve(svg), chart.get().standalone(), UTF_8);
    } catch (IOException | IllegalArgumentException failed) {
      throw new CommandFailed(ExitCode.REFUSED, "cannot write the chart: " + failed.getMessage());
    }
    terminal.remark("wrote the chart to %s".formatted(svg));
  }
}
