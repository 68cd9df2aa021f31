package outturn.cli.change;

import java.time.LocalDate;
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

/// `outturn change explain`: answers what happened in a period of a measure.
@Command(
    name = "explain",
    description = "Answer what happened at a shift of a measure: a change, or that nobody knows.",
    footer = {
      "  outturn change explain returned-in-time 2026-03-02 --change letters",
      "  outturn change explain returned-in-time 2026-03-02 --not-known --note 'we asked the desk'"
    })
final class ChangeExplainCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "MEASURE", description = "the measure's name")
  private String measure = "";

  @Parameters(
      index = "1",
      paramLabel = "PERIOD",
      description = "the first day of a period of the shift")
  private @Nullable LocalDate period;

  @Option(names = "--change", paramLabel = "NAME", description = "the change that explains it")
  private @Nullable String change;

  @Option(names = "--not-known", description = "the cause is not known")
  private boolean notKnown;

  @Option(names = "--note", paramLabel = "TEXT", description = "kept with it")
  private String note = "";

  ChangeExplainCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    if ((change != null) == notKnown) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "give either --change NAME or --not-known",
          "see: outturn change explain --help");
    }
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object();
    body.put("period", String.valueOf(period));
    if (change != null) body.put("change", change);
    body.put("note", note);
    var answer = client.send(Request.post("measures", measure, "shifts").json(body));
    var said = new Fields(answer);
    show(
        answer,
        () ->
            terminal.line(
                "%s, %s: %s"
                    .formatted(
                        measure,
                        said.text("period"),
                        said.find("change").orElse("the cause is not known"))));
    return ExitCode.DONE;
  }
}
