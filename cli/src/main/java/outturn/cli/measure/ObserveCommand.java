package outturn.cli.measure;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `outturn observe`: records values of a measure.
@Command(
    name = "observe",
    description = {
      "Record the value of a measure for a period, or many from a CSV file.",
      "A period that has a value already gets a revision; the old value is kept.",
      "The first line of the file names its columns: period, value (or numerator, denominator),"
          + " segment."
    },
    footer = {
      "  outturn observe first-visit-fix-rate 2026-11-16 78.4",
      "  outturn observe first-visit-fix-rate 2026-11-16 --numerator 392 --denominator 500",
      "  outturn observe first-visit-fix-rate 2026-11-16 81 --segment north",
      "  outturn observe first-visit-fix-rate --csv visits.csv"
    })
public final class ObserveCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "MEASURE", description = "the measure's name")
  private String measure = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PERIOD",
      description = "the first day of the period")
  private @Nullable LocalDate period;

  @Parameters(index = "2", arity = "0..1", paramLabel = "VALUE", description = "in its unit")
  private @Nullable BigDecimal value;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "a CSV file with a header; - for standard input")
  private @Nullable String csv;

  @Option(names = "--segment", paramLabel = "SEGMENT", description = "the part that it is of")
  private @Nullable String segment;

  @Option(names = "--numerator", paramLabel = "N", description = "instead of VALUE")
  private @Nullable BigDecimal numerator;

  @Option(names = "--denominator", paramLabel = "N", description = "instead of VALUE")
  private @Nullable BigDecimal denominator;

  public ObserveCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    if (csv != null) {
      if (period != null || value != null || segment != null || isFraction()) {
        throw misused("--csv FILE has the periods, values and segments in it; give nothing else");
      }
      return;
    }
    if (period == null) throw misused("give PERIOD and VALUE, or --csv FILE");
    if ((numerator == null) != (denominator == null)) {
      throw misused("--numerator and --denominator go together");
    }
    if (value == null && !isFraction()) {
      throw misused("give a VALUE, or --numerator and --denominator");
    }
    if (value != null && isFraction()) {
      throw misused("give a VALUE or --numerator and --denominator, not both");
    }
  }

  private boolean isFraction() {
    return numerator != null || denominator != null;
  }

  private static CommandFailed misused(String sentence) {
    return new CommandFailed(ExitCode.MISUSED, sentence, "see: outturn observe --help");
  }

  @Override
  protected ExitCode run(Client client) {
    var request = Request.post("measures", measure, "observations");
    var answer =
        csv != null
            ? client.send(request.text("text/csv", content(csv)))
            : client.send(request.json(one()));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private JsonNode one() {
    var body = Json.object();
    var observation = body.putArray("observations").addObject();
    observation.put("period", String.valueOf(period));
    if (segment != null) observation.put("segment", segment);
    if (value != null) observation.put("value", value);
    if (numerator != null) observation.put("numerator", numerator);
    if (denominator != null) observation.put("denominator", denominator);
    return body;
  }

  private String content(String file) {
    if (file.equals("-")) return terminal.input();
    try {
      return Files.readString(environment.resolve(file));
    } catch (IOException absent) {
      throw new CommandFailed(ExitCode.MISUSED, "cannot read the CSV file: " + absent.getMessage());
    }
  }

  private void tell(Fields answer) {
    terminal.line(
        "%s: %d added, %d revised, %d unchanged"
            .formatted(
                measure,
                answer.count("added"),
                answer.count("revised"),
                answer.count("unchanged")));
  }
}
