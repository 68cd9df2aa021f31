package outturn.cli.portfolio;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `outturn report`: the portfolio for a board.
@Command(
    name = "report",
    description = "Print the report on all outcomes for a board, as Markdown.",
    footer = {"  outturn report", "  outturn report --into board.md"})
public final class ReportCommand extends ServerCommand {
  @Option(names = "--into", paramLabel = "FILE", description = "write it there")
  private @Nullable String into;

  public ReportCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var text = client.text(Request.get("report"));
    if (into == null) {
      terminal.line(text.stripTrailing());
      return ExitCode.DONE;
    }
    try {
      Files.writeString(environment.resolve(into), text);
    } catch (IOException failure) {
      throw new CommandFailed(ExitCode.REFUSED, "cannot write the report: " + failure.getMessage());
    }
    terminal.line("written to " + into);
    return ExitCode.DONE;
  }
}
