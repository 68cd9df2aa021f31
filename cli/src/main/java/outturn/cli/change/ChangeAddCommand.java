package outturn.cli.change;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn change add`: tells of a dated event.
@Command(
    name = "add",
    description = "Tell of a dated event, beside those that projects define.",
    footer = {
      "  outturn change add letters --date 2026-04-06 --type go-live --affects returned-in-time",
      "  outturn change add flood --date 2026-03-02 --type outage --title 'The flood' \\",
      "    --affects visits --explains visits=2026-03-02"
    })
final class ChangeAddCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "a name of your own for it")
  private String name = "";

  @Mixin private Event event = new Event();

  @Option(
      names = "--explains",
      paramLabel = "MEASURE=PERIOD",
      description = "a shift that it explains: the first day of one of its periods")
  private @Nullable String explains;

  ChangeAddCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    if (explains == null) return;
    int equals = explains.indexOf('=');
    if (equals < 1) throw misused(explains);
    try {
      LocalDate.parse(explains.substring(equals + 1));
    } catch (DateTimeParseException notADate) {
      throw misused(explains);
    }
  }

  private static CommandFailed misused(String found) {
    return new CommandFailed(
        ExitCode.MISUSED,
        "expected --explains MEASURE=PERIOD such as visits=2026-03-02, found '%s'".formatted(found),
        "see: outturn change add --help");
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object();
    body.put("name", name);
    event.into(body);
    if (explains != null) {
      int equals = explains.indexOf('=');
      body.putObject("explains")
          .put("measure", explains.substring(0, equals))
          .put("period", explains.substring(equals + 1));
    }
    var answer = client.send(Request.post("changes").json(body));
    var told = new Fields(answer);
    show(
        answer,
        () ->
            terminal.line(
                "change %s of %s is recorded (version %s)"
                    .formatted(name, told.text("date"), told.object("recorded").text("version"))));
    return ExitCode.DONE;
  }
}
