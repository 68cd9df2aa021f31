package outturn.cli.outcome;

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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn outcome confirm`: whether an outcome is achievable.
@Command(
    name = "confirm",
    description = {
      "Say what an outcome is likely to come to: the chance to reach its targets by its levers, with"
          + " and without those of people, and what the data will be able to show.",
      "With --accept the forecast is kept, so that it can be scored when the day has come."
    },
    footer = {
      "  outturn outcome confirm one-visit",
      "  outturn outcome confirm one-visit --as-of 2026-09-30",
      "  outturn outcome confirm one-visit --svg one-visit.svg",
      "  outturn outcome confirm one-visit --accept \"the board accepts 6 in 10\""
    })
final class OutcomeConfirmCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the outcome's name")
  private String name = "";

  @Mixin private AsOf asOf = new AsOf();

  @Option(
      names = "--accept",
      paramLabel = "REASON",
      description = "accept the forecast of now, and say why its chance is good enough")
  private @Nullable String reason;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "also write the fan of what may come as SVG")
  private @Nullable String svg;

  OutcomeConfirmCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var at = asOf.in(environment.zone());
    if (reason == null) {
      var answer = client.send(Request.get("outcomes", name, "forecast").with("asOf", at));
      show(answer, () -> new PlanReport(terminal).tell(new Fields(answer)));
      if (svg != null) {
        var chart = Request.get("outcomes", name, "forecast", "chart.svg");
        ChartFile.write(client, chart, at, svg, environment, terminal);
      }
      return ExitCode.DONE;
    }
    if (at != null) {
      throw new CommandFailed(
          ExitCode.MISUSED, "--accept is about the forecast of now, and --as-of about another one");
    }
    if (svg != null) {
      throw new CommandFailed(
          ExitCode.MISUSED, "--svg is of a forecast that is looked at; accept it in another call");
    }
    var body = Json.object();
    body.put("reason", reason);
    var answer = client.send(Request.post("outcomes", name, "forecasts").json(body));
    show(answer, () -> new PlanReport(terminal).tellAccepted(new Fields(answer), times()));
    return ExitCode.DONE;
  }
}
