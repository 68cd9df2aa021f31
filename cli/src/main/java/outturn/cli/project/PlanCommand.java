package outturn.cli.project;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn plan`: what `outturn apply` would change.
@Command(
    name = "plan",
    description = "Show what applying a project would change on the server. Changes nothing.",
    footer = {"  outturn plan", "  outturn plan housing", "  outturn plan housing --json"})
public final class PlanCommand extends ServerCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "the project's folder; default: this one")
  private String folder = ".";

  public PlanCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var project = new ProjectFolder(terminal, environment, folder).read();
    var answer =
        client.send(
            Request.post("projects", project.name(), "plan").json(ProjectFolder.body(project)));
    show(answer, () -> tell(new Changes(new Fields(answer))));
    return ExitCode.DONE;
  }

  private void tell(Changes changes) {
    if (changes.isNothing()) {
      terminal.line("nothing to change in %s".formatted(changes.project()));
      return;
    }
    changes.print(terminal);
    var locks = Locks.of(changes.fields());
    if (!locks.isNothing()) {
      locks.lines().forEach(terminal::remark);
      terminal.remark("apply changes it only with --amend REASON, for ever beside the result");
    }
    if (changes.removes()) terminal.remark("apply removes only with --prune");
    terminal.remark(
        "apply exactly this: outturn apply %s --plan-base %d".formatted(folder, changes.base()));
  }
}
