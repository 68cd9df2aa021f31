package outturn.cli.portfolio;

import java.io.IOException;
import java.nio.file.Files;
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

/// `outturn value-map`: what leads to what, and what is not in order about it.
@Command(
    name = "value-map",
    description =
        "Tell what leads to what, from levers and outputs to outcomes, benefits and objectives.",
    footer = {
      "  outturn value-map",
      "  outturn value-map --outcome one-visit",
      "  outturn value-map --svg map.svg"
    })
public final class ValueMapCommand extends ServerCommand {
  @Option(
      names = "--outcome",
      paramLabel = "NAME",
      description = "only what leads to this outcome, and what it leads to")
  private @Nullable String outcome;

  @Option(names = "--svg", paramLabel = "FILE", description = "also write the map as SVG")
  private @Nullable String svg;

  public ValueMapCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("value-map").with("outcome", outcome));
    show(answer, () -> new ValueMapReport(terminal, new Fields(answer)).tell());
    if (svg != null) write(client, svg);
    return ExitCode.DONE;
  }

  private void write(Client client, String file) {
    var map =
        client.text(
            Request.get("value-map.svg").with("outcome", outcome).with("standalone", "true"));
    try {
      Files.writeString(environment.resolve(file), map);
    } catch (IOException failed) {
      throw new CommandFailed(ExitCode.REFUSED, "cannot write the map: " + failed.getMessage());
    }
    terminal.remark("wrote the map to %s".formatted(file));
  }
}
