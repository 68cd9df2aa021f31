package outturn.cli.outcome;

import java.util.List;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Pages;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `outturn outcomes`: all outcomes and how far they are.
@Command(
    name = "outcomes",
    description = "List outcomes with their baseline, latest value and target.",
    footer = {"  outturn outcomes", "  outturn outcomes --as-of 2026-09-30"})
public final class OutcomesCommand extends ServerCommand {
  @Mixin private AsOf asOf = new AsOf();

  public OutcomesCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer =
        Pages.all(client, Request.get("outcomes").with("asOf", asOf.in(environment.zone())));
    show(answer, () -> list(new Fields(answer).list("items")));
    return ExitCode.DONE;
  }

  private void list(List<Fields> outcomes) {
    if (outcomes.isEmpty()) {
      terminal.line("no outcomes; apply a project that has some: outturn apply DIR");
      return;
    }
    var table =
        new Table(
            Column.of("OUTCOME"),
            Column.flexible("MEASURE"),
            Column.ofNumbers("BEFORE"),
            Column.ofNumbers("LATEST"),
            Column.ofNumbers("TARGET"),
            Column.of("BY"),
            Column.flexible("UNIT"));
    outcomes.forEach(outcome -> rows(table, outcome));
    table.print(terminal);
    for (var outcome : outcomes) {
      var sentence = outcome.text("sentence");
      if (sentence.isEmpty()) continue;
      terminal.line("");
      terminal.line(new Cell(outcome.text("name"), Style.STRONG));
      terminal.paragraph(sentence, "  ");
    }
  }

  private static void rows(Table table, Fields outcome) {
    for (var measure : outcome.list("measures")) {
      var position = new Position(measure);
      table.row(
          outcome.text("name"),
          measure.text("measure"),
          position.before(),
          position.latest(),
          position.target(),
          measure.object("target").text("by"),
          measure.text("unit"));
    }
    if (outcome.list("measures").isEmpty()) table.row(outcome.text("name"), "", "", "", "", "", "");
  }
}
