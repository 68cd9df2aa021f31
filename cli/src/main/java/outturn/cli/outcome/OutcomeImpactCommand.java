package outturn.cli.outcome;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn outcome impact`: what a change did to an outcome.
@Command(
    name = "impact",
    description = {
      "Say what the change behind an outcome did to its measures, how sure that is, and what else"
          + " could explain it.",
      "On review dates the server keeps what is found; --kept prints it byte for byte, --correct"
          + " reads the last review again after values were corrected."
    },
    footer = {
      "  outturn outcome impact one-visit",
      "  outturn outcome impact one-visit --as-of 2026-09-30",
      "  outturn outcome impact one-visit --kept 1 | sha256sum",
      "  outturn outcome impact one-visit --correct 'depot north sent its June values again'"
    })
final class OutcomeImpactCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the outcome's name")
  private String name = "";

  @Mixin private AsOf asOf = new AsOf();

  @ArgGroup private Kept kept = new Kept();

  /// What is done with what is kept.
  static final class Kept {
    @Option(
        names = "--kept",
        paramLabel = "VERSION",
        description = "print this version of the evidence as it was kept, without a line feed")
    private @Nullable Integer version;

    @Option(
        names = "--correct",
        paramLabel = "REASON",
        description = "read the last review again, and keep it as a new version")
    private @Nullable String reason;
  }

  OutcomeImpactCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var report = new ImpactReport(terminal, times());
    if (kept.version != null) {
      var request = Request.get("outcomes", name, "evidence", kept.version.toString());
      terminal.out().print(client.text(request));
      terminal.out().flush();
      return ExitCode.DONE;
    }
    if (kept.reason != null) {
      var body = Json.object();
      body.put("reason", kept.reason);
      var answer = client.send(Request.post("outcomes", name, "evidence").json(body));
      show(answer, () -> report.tellKept(new Fields(answer)));
      return ExitCode.DONE;
    }
    var at = asOf.in(environment.zone());
    var answer = client.send(Request.get("outcomes", name, "impact").with("asOf", at));
    show(
        answer,
        () -> {
          report.tell(new Fields(answer));
          report.tellKept(new Fields(client.send(Request.get("outcomes", name, "evidence"))));
        });
    return ExitCode.DONE;
  }
}
