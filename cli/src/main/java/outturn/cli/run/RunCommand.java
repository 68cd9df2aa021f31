package outturn.cli.run;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `outturn run`: starts a run.
@Command(
    name = "run",
    description = {
      "Start a run of a workflow.",
      "With --wait or --follow the exit code is 0 if the run succeeded and 1 if not."
    },
    footer = {
      "  outturn run repairs-daily",
      "  outturn run repairs-daily --input regions='[\"north\"]' --date 2026-11-23 --follow",
      "  outturn run repairs-daily --inputs inputs.json --wait --key nightly-2026-11-23"
    })
public final class RunCommand extends ServerCommand {
  @Parameters(paramLabel = "WORKFLOW", description = "the workflow's name")
  private String workflow = "";

  @Option(names = "--input", paramLabel = "NAME=VALUE", description = "an input; may be repeated")
  private Map<String, String> inputs = new LinkedHashMap<>();

  @Option(
      names = "--inputs",
      paramLabel = "FILE",
      description = "inputs as a JSON object; - for standard input")
  private @Nullable String file;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "the business date; default: today in the workflow's zone")
  private @Nullable LocalDate date;

  @Option(names = "--wait", description = "wait until the run has ended")
  private boolean wait;

  @Option(names = "--follow", description = "print the log as it comes, then the result")
  private boolean follow;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "start nothing if a run was started with this key in the last 24 hours")
  private @Nullable String key;

  public RunCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    if (follow && wantsJson()) {
      throw new CommandFailed(
          ExitCode.MISUSED, "--follow prints text; for JSON use --wait --json, then: outturn logs");
    }
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object().put("workflow", workflow);
    body.set("inputs", new InputValues(terminal, environment).read(client, workflow, file, inputs));
    if (date != null) body.put("businessDate", date.toString());
    var answer = client.send(Request.post("runs").header("Idempotency-Key", key).json(body));
    var started = new Run(new Fields(answer));
    if (!wait && !follow) {
      show(answer, () -> told(started));
      return ExitCode.DONE;
    }
    return ended(client, started);
  }

  private void told(Run run) {
    terminal.line("started run %s of %s".formatted(run.id(), workflow));
    terminal.line("  outturn show %s".formatted(run.id()));
  }

  private ExitCode ended(Client client, Run started) {
    var watch = new Watch(client, terminal, environment);
    if (!wantsJson()) terminal.remark("started run %s of %s".formatted(started.id(), workflow));
    if (follow) {
      var printer = new LogPrinter(terminal, times(), LogPrinter.Form.MARKED);
      watch.follow(started.id(), LogReader.Part.ALL, printer);
    }
    var run = watch.untilEnded(started.id());
    JsonNode json = run.fields().json();
    show(json, () -> new RunReport(terminal, times()).end(run));
    return run.exitCode();
  }
}
