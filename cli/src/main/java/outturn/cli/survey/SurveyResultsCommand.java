package outturn.cli.survey;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn survey results`: what is told of a wave that has closed.
@Command(
    name = "results",
    description = {
      "Show the results of a wave that has closed: with n, response rate and 95 % intervals.",
      "They are made once, when it closes. Groups with too few answers are never shown."
    },
    footer = {
      "  outturn survey results it-pulse",
      "  outturn survey results it-pulse --wave 3 --json",
      "  outturn survey results it-pulse --csv > pulse.csv"
    })
final class SurveyResultsCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the survey's name")
  private String name = "";

  @Option(names = "--wave", paramLabel = "N", description = "the newest one by default")
  private @Nullable Integer wave;

  @Option(names = "--csv", description = "one line for each number, as CSV")
  private boolean csv;

  SurveyResultsCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    if (wave != null && wave < 1) {
      throw new CommandFailed(ExitCode.MISUSED, "--wave is a number from 1 on, not " + wave);
    }
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("surveys", name, "results").with("wave", wave));
    var report = new SurveyReport(terminal, new Fields(answer));
    show(
        answer,
        () -> {
          if (csv) report.csv();
          else report.tell();
        });
    return ExitCode.DONE;
  }
}
