package outturn.cli.outcome;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.client.WholeFile;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn outcome package`: everything from which the finding of an outcome can be made again.
@Command(
    name = "package",
    description = {
      "Write the data package of an outcome: its data as CSV, its terms, its analysis plan, what was"
          + " found, and the SHA-256 of each file.",
      "It is of the evidence that was kept last, as it was known then; before any review, of what"
          + " can be read now. Whoever has it does the analysis again, without a server: outturn"
          + " evidence package FILE."
    },
    footer = {
      "  outturn outcome package one-visit --out one-visit.zip",
      "  outturn outcome package one-visit --kept 1 --out one-visit-1.zip"
    })
final class OutcomePackageCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the outcome's name")
  private String name = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "write it to this file; a file that is there is replaced")
  private String out = "";

  @Option(
      names = "--kept",
      paramLabel = "VERSION",
      description = "of this version of the evidence, not of the newest")
  private @Nullable Integer kept;

  OutcomePackageCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var request = Request.get("outcomes", name, "package").with("kept", kept);
    var written = Json.object();
    written.put("file", out);
    written.put("bytes", WholeFile.download(client, request, environment, out));
    show(
        written,
        () -> {
          terminal.line("wrote " + out);
          terminal.remark("check it with: outturn evidence package " + out);
        });
    return ExitCode.DONE;
  }
}
