package outturn.cli.service;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `outturn at-risk`: what is late or in doubt, whom that endangers, and what is at stake.
@Command(
    name = "at-risk",
    description = {
      "Tell which promises of services are late or in doubt, what they endanger, and what is at stake.",
      "What is worth most comes first. The exit code is 0 whenever there is an answer."
    },
    footer = {
      "  outturn at-risk",
      "  outturn at-risk --outcome one-visit",
      "  outturn at-risk --json"
    })
public final class AtRiskCommand extends ServerCommand {
  @Option(
      names = "--outcome",
      paramLabel = "NAME",
      description = "only what endangers this outcome")
  private @Nullable String outcome;

  public AtRiskCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("at-risk").with("outcome", outcome));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Fields atRisk) {
    var items = atRisk.list("items");
    if (outcome != null && items.isEmpty()) {
      terminal.paragraph("Nothing that is late or in doubt endangers %s.".formatted(outcome), "");
      return;
    }
    terminal.paragraph(atRisk.text("sentence"), "");
    for (var item : items) {
      var work = item.object("work");
      var isLate = !item.text("standing").equals("predicted");
      terminal.line("");
      terminal.line(
          new Cell(
              "%s: %s/%s for %s"
                  .formatted(
                      item.object("about").text("service"),
                      work.text("workflow"),
                      work.text("deadline"),
                      work.text("businessDate")),
              isLate ? Style.BAD : Style.DOUBTFUL));
      terminal.paragraph(item.text("text"), "  ");
      work.find("run").ifPresent(run -> terminal.line("  outturn why " + run));
    }
  }
}
