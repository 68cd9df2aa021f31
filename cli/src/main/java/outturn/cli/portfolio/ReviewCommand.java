package outturn.cli.portfolio;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn review`: what was decided when an outcome was reviewed, or what has been.
@Command(
    name = "review",
    description = {
      "Record what was decided when an outcome was reviewed.",
      "Without a decision: list its reviews, those that are due and those that are overdue."
    },
    footer = {
      "  outturn review one-visit",
      "  outturn review one-visit --decision adjust --note 'training is late' --action 'train the north'",
      "  outturn review one-visit --decision continue --note 'on course' --on 2026-09-30"
    })
public final class ReviewCommand extends ServerCommand {
  @Parameters(paramLabel = "OUTCOME", description = "the outcome's name")
  private String outcome = "";

  @Option(names = "--decision", paramLabel = "WORD", description = "continue, adjust or stop")
  private @Nullable String decision;

  @Option(names = "--note", paramLabel = "TEXT", description = "why it was decided")
  private @Nullable String note;

  @Option(
      names = "--action",
      paramLabel = "TEXT",
      description = "what is to be done; may be given more than once")
  private List<String> actions = List.of();

  @Option(names = "--on", paramLabel = "DATE", description = "the day it was held; today if absent")
  private @Nullable LocalDate on;

  public ReviewCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    if (decision == null && (note != null || on != null || !actions.isEmpty())) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "to record a review give --decision continue, adjust or stop",
          "see: outturn review --help");
    }
    if (decision != null && note == null) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "give --note TEXT that says why it was decided",
          "see: outturn review --help");
    }
  }

  @Override
  protected ExitCode run(Client client) {
    return decision == null ? list(client) : record(client);
  }

  private ExitCode record(Client client) {
    var body = Json.object();
    body.put("decision", decision);
    body.put("note", note);
    if (!actions.isEmpty()) actions.forEach(body.putArray("actions")::add);
    if (on != null) body.put("on", on.toString());
    var answer = client.send(Request.post("outcomes", outcome, "reviews").json(body));
    var held = new Fields(answer);
    show(
        answer,
        () ->
            terminal.line(
                "review %s of %s on %s: %s"
                    .formatted(
                        held.text("version"), outcome, held.text("on"), held.text("decision"))));
    return ExitCode.DONE;
  }

  private ExitCode list(Client client) {
    var answer = client.send(Request.get("outcomes", outcome, "reviews"));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Fields reviews) {
    terminal.line("next     " + reviews.find("next").orElse("none"));
    if (!reviews.texts("overdue").isEmpty()) {
      var overdue = "overdue  " + String.join(", ", reviews.texts("overdue"));
      terminal.line(new Cell(overdue, Style.DOUBTFUL));
    }
    for (var held : reviews.list("items")) {
      terminal.line("");
      terminal.line(
          new Cell(
              "%s: %s (%s)".formatted(held.text("on"), held.text("decision"), held.text("by")),
              Style.STRONG));
      terminal.paragraph(held.text("note"), "  ");
      held.texts("actions").forEach(each -> terminal.paragraph(each, "  - "));
    }
  }
}
