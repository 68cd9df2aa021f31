package outturn.cli.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outturn.charts.svg.Drawing;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.csv.CsvFile;
import outturn.cli.csv.CsvReader;
import outturn.cli.csv.InputRefused;
import outturn.cli.csv.Place;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Answer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// A command that works out something from a CSV file: what they all have in common.
///
/// A subclass reads its columns with [SeriesColumns], asks its estimator, unpacks the answer with
/// [#found], and shows it with [#show] and [#draw]; [ReportJson] makes the JSON. It is added to
/// [EvidenceGroup], and its keys to `docs/evidence.md`.
public abstract class EvidenceCommand implements Callable<Integer> {
  protected final Terminal terminal;
  protected final Environment environment;

  @Parameters(paramLabel = "FILE", description = "a CSV file with a header; - for standard input")
  private String file = "";

  @Option(names = "--json", description = "print a JSON object; docs/evidence.md has its keys")
  private boolean json;

  @Option(names = "--svg", paramLabel = "FILE", description = "also write the chart as SVG")
  private @Nullable String svg;

  protected EvidenceCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /// Does what the command is for.
  protected abstract void run(CsvFile data);

  @Override
  public final Integer call() {
    try {
      run(new CsvReader(terminal, environment).read(file));
      return ExitCode.DONE.number();
    } catch (CommandFailed failed) {
      if (json && !failed.body().isEmpty()) terminal.line(failed.body());
      throw failed;
    }
  }

  /// What the estimator found; its refusal ends the command.
  protected final <T> T found(Answer<T> answer) {
    return switch (answer) {
      case Answer.Found<T>(var value) -> value;
      case Answer.Refused<T>(var why) ->
          throw InputRefused.of(new Place(file, 0), why.reason().word(), why.text(), "");
    };
  }

  /// Prints the answer as JSON if that is wanted, else as the command tells it to people.
  protected final void show(Supplier<JsonNode> answer, Runnable toPeople) {
    if (json) {
      terminal.line(answer.get().toPrettyString());
    } else {
      toPeople.run();
    }
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
