package outturn.cli.outcome;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn honesty`: accepted forecasts against what came.
@Command(
    name = "honesty",
    description = "Hold every forecast that was accepted against what came of it.",
    footer = {"  outturn honesty", "  outturn honesty --json"})
public final class HonestyCommand extends ServerCommand {
  private static final double HUNDRED = 100;

  public HonestyCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("honesty"));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Fields honesty) {
    terminal.paragraph(honesty.text("sentence"), "");
    reliability(honesty);
    items(honesty);
    if (!honesty.has("periods")) return;
    var periods = honesty.object("periods");
    terminal.line("");
    terminal.paragraph(periods.text("sentence"), "");
    reliability(periods);
  }

  private void reliability(Fields honesty) {
    if (honesty.list("reliability").isEmpty()) return;
    var table =
        new Table(
            Column.of("CHANCE"),
            Column.ofNumbers("FORECASTS"),
            Column.ofNumbers("MEAN CHANCE"),
            Column.ofNumbers("REACHED"));
    for (var each : honesty.list("reliability")) {
      table.row(
          percent(each, "from") + " to " + percent(each, "to"),
          each.text("count"),
          percent(each, "chance"),
          percent(each, "reached"));
    }
    terminal.line("");
    table.print(terminal, "  ");
  }

  private void items(Fields honesty) {
    if (honesty.list("items").isEmpty()) return;
    var table =
        new Table(
            Column.of("OUTCOME"),
            Column.of("MEASURE"),
            Column.of("ACCEPTED"),
            Column.ofNumbers("CHANCE"),
            Column.ofNumbers("TARGET"),
            Column.of("DUE"),
            Column.of("CAME"));
    for (var each : honesty.list("items")) {
      table.row(
          each.text("outcome"),
          each.text("measure"),
          each.instant("at").map(times()::at).orElse(""),
          percent(each, "chance"),
          Position.figure(each.object("aim"), "target"),
          each.object("aim").text("due"),
          each.text("came"));
    }
    terminal.line("");
    table.print(terminal, "  ");
  }

  private static String percent(Fields fields, String name) {
    return fields.number(name).map(each -> "%.0f %%".formatted(HUNDRED * each)).orElse("");
  }
}
