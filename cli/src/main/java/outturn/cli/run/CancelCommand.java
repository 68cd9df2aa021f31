package outturn.cli.run;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn cancel`: stops a run.
@Command(
    name = "cancel",
    description = "Cancel a run: what runs is stopped, nothing more is started.",
    footer = {
      "  outturn cancel 01k9x3m2r7q8a",
      "  outturn cancel 01k9x3m2r7q8a --reason 'wrong file from the bank'"
    })
public final class CancelCommand extends ServerCommand {
  @Parameters(paramLabel = "RUN", description = "the run's id")
  private String id = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "kept with the run")
  private @Nullable String reason;

  public CancelCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object();
    if (reason != null) body.put("reason", reason);
    var answer = client.send(Request.post("runs", id, "cancel").json(body));
    show(answer, () -> tell(new Run(new Fields(answer))));
    return ExitCode.DONE;
  }

  private void tell(Run run) {
    var done = run.state().equals("cancelled") ? "cancelled" : "is being cancelled";
    terminal.line("run %s of %s %s".formatted(id, run.fields().text("workflow"), done));
  }
}
