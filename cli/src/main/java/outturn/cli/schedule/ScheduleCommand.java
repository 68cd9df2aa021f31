package outturn.cli.schedule;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn schedule`: the group of commands about schedules.
@Command(
    name = "schedule",
    description = "Say when schedules are due, pause one, let it go on.",
    footer = {
      "  outturn schedule next --cron \"0 2 * * *\" --timezone Europe/London",
      "  outturn schedule next --rrule \"FREQ=MONTHLY;BYDAY=3FR\" --count 3"
    })
public final class ScheduleCommand {
  private ScheduleCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new ScheduleCommand())
        .addSubcommand(new ScheduleNextCommand(terminal, environment))
        .addSubcommand(new SchedulePauseCommand(terminal, environment))
        .addSubcommand(new ScheduleResumeCommand(terminal, environment));
  }
}
