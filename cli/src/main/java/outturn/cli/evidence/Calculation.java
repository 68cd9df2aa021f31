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
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Finding;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// A command that answers from its options, or from a file if it asks for one.
///
/// A subclass reads what it needs, unpacks the answer of its estimator with [#found], and shows it
/// with [#show] and [#draw]. [EvidenceCommand] is one that always reads a CSV file.
public abstract class Calculation implements Callable<Integer> {
  protected final Terminal terminal;
  private final Environment environment;

  @Option(names = "--json", description = "print a JSON object; docs/evidence.md has its keys")
  private boolean json;

  @Option(names = "--svg", paramLabel = "FILE", description = "also write the chart as SVG")
  private @Nullable String svg;

  protected Calculation(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /// Does what the command is for.
  protected abstract void run();

  @Override
  public final Integer call() {
    try {
      run();
      return ExitCode.DONE.number();
    } catch (CommandFailed failed) {
      if (json && !failed.body().isEmpty()) terminal.line(failed.body());
      throw failed;
    }
  }

  /// @param name as the user wrote it; `-` is standard input
  protected final CsvFile read(String name) {
    return new CsvReader(terminal, environment).read(name);
  }

  /// What the estimator found in options; its refusal ends the command.
  protected final <T> T found(Answer<T> answer) {
    return switch (answer) {
      case Answer.Found<T>(var value) -> value;
      case Answer.Refused<T>(var why) ->
          throw InputRefused.inOptions(why.reason().word(), why.text());
    };
  }

  /// What the estimator found in a file.
  protected final <T> T found(Answer<T> answer, CsvFile file) {
    return switch (answer) {
      case Answer.Found<T>(var value) -> value;
      case Answer.Refused<T>(var why) ->
          throw InputRefused.of(new Place(file.name(), 0), why.reason().word(), why.text(), "");
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

  /// Prints what was found under a key of JSON, or under a title.
  protected final void show(String key, String title, Finding finding) {
    var estimate = finding.estimate();
    show(
        () -> ReportJson.of(finding.grounds()).set(key, ReportJson.of(estimate)),
        () -> {
          terminal.line(new Cell(title, Style.STRONG));
          terminal.line(
              "%s, method: %s."
                  .formatted(
                      Figures.count(finding.grounds().n(), "value"), finding.grounds().method()));
          terminal.line("");
          var table = GroundsReport.estimates("", estimate.interval().level());
          GroundsReport.row(table, key, estimate);
          table.print(terminal, "  ");
          new GroundsReport(terminal).tell(finding.grounds());
        });
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

  /// A command line that contradicts itself.
  protected static CommandFailed misused(String sentence) {
    return new CommandFailed(ExitCode.MISUSED, sentence);
  }
}
