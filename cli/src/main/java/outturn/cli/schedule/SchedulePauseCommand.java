package outturn.cli.schedule;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn schedule pause`.
@Command(
    name = "pause",
    description = {
      "Pause a schedule of a workflow on the server: its due times are skipped.",
      "Each of them is kept with who paused it and why."
    },
    footer = {"  outturn schedule pause payroll nightly --reason 'new bank next week'"})
public final class SchedulePauseCommand extends ScheduleSwitch {
  public SchedulePauseCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "pause", "is paused");
  }
}
