package outturn.cli.ahead;

import java.time.LocalDate;
import java.util.List;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn why-not`: why a workflow does not run for a date.
@Command(
    name = "why-not",
    description = "Say why a workflow will not run for a business date, or did not.",
    footer = {
      "  outturn why-not repairs-daily 2026-12-25",
      "  outturn why-not repairs-daily 2026-11-23 --json"
    })
public final class WhyNotCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "WORKFLOW", description = "its name")
  private String workflow = "";

  @Parameters(index = "1", paramLabel = "DATE", description = "the date that a run would be for")
  private LocalDate date = LocalDate.EPOCH;

  public WhyNotCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("workflows", workflow, "why-not").with("date", date));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Fields answer) {
    terminal.paragraph(answer.text("sentence"), "");
    var reasons = answer.list("reasons");
    if (reasons.size() < 2 && answer.text("sentence").endsWith(said(reasons))) return;
    for (var reason : reasons) terminal.paragraph(reason.text("text"), "  ");
  }

  private static String said(List<Fields> reasons) {
    return reasons.isEmpty() ? "" : reasons.getFirst().text("text");
  }
}
