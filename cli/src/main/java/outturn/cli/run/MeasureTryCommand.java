package outturn.cli.run;

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

/// `outturn measure try`: collects a measure on trial, by a run of its collection that records
/// nothing.
@Command(
    name = "try",
    description = {
      "Ask the source of a measure, tell the values and whether they would count; record nothing.",
      "Without --from, of the periods that the next collection would ask for."
    },
    footer = {
      "  outturn measure try first-visit-fix-rate",
      "  outturn measure try first-visit-fix-rate --from 2026-09-07 --to 2026-11-15"
    })
public final class MeasureTryCommand extends ServerCommand {
  @Parameters(paramLabel = "MEASURE", description = "the measure's name")
  private String measure = "";

  @Option(names = "--from", paramLabel = "DATE", description = "the first day")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "the last day")
  private @Nullable LocalDate to;

  public MeasureTryCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var known = new Fields(client.send(Request.get("measures", measure)));
    if (known.text("source").equals("none")) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "measure '%s' has no source to try".formatted(measure),
          "give it one under source:, or enter values: outturn observe " + measure);
    }
    if (known.text("source").equals("survey")) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "measure '%s' has its values from a survey, when a wave closes".formatted(measure),
          "see the waves: outturn survey list");
    }
    var inputs = Json.object().put("trial", true);
    if (from != null) inputs.put("from", from.toString());
    if (to != null) inputs.put("to", to.toString());
    var body = Json.object().put("workflow", "collect-" + measure);
    body.set("inputs", inputs);
    var started = new Run(new Fields(client.send(Request.post("runs").json(body))));
    var watch = new Watch(client, terminal, environment);
    if (!wantsJson()) {
      var printer = new LogPrinter(terminal, times(), LogPrinter.Form.RAW);
      watch.follow(started.id(), LogReader.Part.ALL, printer);
    }
    var run = watch.untilEnded(started.id());
    show(run.fields().json(), () -> new RunReport(terminal, times()).end(run));
    return run.exitCode();
  }
}
