package outturn.cli.operate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.run.InputValues;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn rerun-with`.
@Command(
    name = "rerun-with",
    description = "Start a run again with other inputs: a new run for the same business date.",
    footer = {"  outturn rerun-with 01k9x3m2r7q8a --input region=north --reason 'south is done'"})
public final class RerunWithCommand extends ServerCommand {
  @Parameters(paramLabel = "RUN", description = "the run's id")
  private String run = "";

  @Option(
      names = "--input",
      paramLabel = "NAME=VALUE",
      required = true,
      description = "an input that differs; may be repeated")
  private Map<String, String> inputs = new LinkedHashMap<>();

  @Option(names = "--reason", paramLabel = "TEXT", description = "kept in the audit trail")
  private @Nullable String reason;

  public RerunWithCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var workflow = new Fields(client.send(Request.get("runs", run))).text("workflow");
    var body = Json.object();
    body.set("inputs", new InputValues(terminal, environment).read(client, workflow, null, inputs));
    if (reason != null) body.put("reason", reason);
    var answer = client.send(Request.post("runs", run, "rerun-with").json(body));
    show(
        answer,
        () -> {
          var id = new Fields(answer).text("id");
          terminal.line("started run %s of %s".formatted(id, workflow));
          terminal.line("  outturn show " + id);
        });
    return ExitCode.DONE;
  }
}
