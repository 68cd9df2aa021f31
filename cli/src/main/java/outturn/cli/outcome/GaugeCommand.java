package outturn.cli.outcome;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn gauge`: outputs or outcomes?
@Command(
    name = "gauge",
    description = "Outputs or outcomes? Say what is measured, and what a green output hides.",
    footer = {"  outturn gauge", "  outturn gauge --json"})
public final class GaugeCommand extends ServerCommand {
  public GaugeCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("gauge"));
    show(answer, () -> new Fields(answer).list("lines").forEach(this::tell));
    return ExitCode.DONE;
  }

  private void tell(Fields line) {
    var verdict = line.text("verdict");
    var mark = new Cell(verdict.equals("pass") ? "*" : "!", GateReport.style(verdict));
    terminal.paragraph(line.text("text"), terminal.painted(mark) + " ");
  }
}
