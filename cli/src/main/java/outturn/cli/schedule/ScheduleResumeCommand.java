package outturn.cli.schedule;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn schedule resume`.
@Command(
    name = "resume",
    description = "Let a paused schedule go on, from its next due time.",
    footer = {"  outturn schedule resume payroll nightly"})
public final class ScheduleResumeCommand extends ScheduleSwitch {
  public ScheduleResumeCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "resume", "goes on");
  }
}
