package outturn.cli.outcome;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn outcome show`: an outcome in words, numbers and charts.
@Command(
    name = "show",
    description = "Show an outcome: what it is, where it stands, a chart of each measure.",
    footer = {
      "  outturn outcome show one-visit",
      "  outturn outcome show one-visit --as-of 2026-09-30",
      "  outturn outcome show one-visit --svg one-visit.svg"
    })
final class OutcomeShowCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the outcome's name")
  private String name = "";

  @Mixin private AsOf asOf = new AsOf();

  @Option(names = "--svg", paramLabel = "FILE", description = "also write the chart as SVG")
  private @Nullable String svg;

  OutcomeShowCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer =
        client.send(Request.get("outcomes", name).with("asOf", asOf.in(environment.zone())));
    show(answer, () -> new OutcomeReport(terminal).tell(new Fields(answer)));
    if (svg != null) {
      var chart = Request.get("outcomes", name, "chart.svg");
      ChartFile.write(client, chart, asOf.in(environment.zone()), svg, environment, terminal);
    }
    return ExitCode.DONE;
  }
}
