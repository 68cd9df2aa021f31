package outturn.cli.survey;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Pages;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn survey list`: all surveys with their waves.
@Command(
    name = "list",
    description = "List surveys with their waves, the newest first.",
    footer = {"  outturn survey list", "  outturn survey list --json"})
final class SurveyListCommand extends ServerCommand {
  SurveyListCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = Pages.all(client, Request.get("surveys"));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Fields answer) {
    var surveys = answer.list("items");
    if (surveys.isEmpty()) {
      terminal.line("no surveys; apply a project that has one: outturn apply DIR");
      return;
    }
    var table =
        new Table(
            Column.of("SURVEY"),
            Column.ofNumbers("WAVE"),
            Column.of("STATE"),
            Column.ofNumbers("INVITED"),
            Column.ofNumbers("ANSWERED"),
            Column.ofNumbers("UNSENT"),
            Column.flexible("TITLE"));
    for (var survey : surveys) {
      if (survey.list("waves").isEmpty()) {
        table.row(survey.text("name"), "", "never sent", "", "", "", survey.text("title"));
      }
      survey.list("waves").forEach(wave -> row(table, survey, wave));
    }
    table.print(terminal);
    surveys.forEach(this::days);
    for (var survey : surveys) {
      survey.list("waves").stream()
          .filter(wave -> !wave.object("mail").text("error").isEmpty())
          .forEach(wave ->
              terminal.line(
                  "%s, wave %s: %s"
                      .formatted(
                          survey.text("name"),
                          wave.text("wave"),
                          wave.object("mail").text("error"))));
    }
  }

  private void days(Fields survey) {
    if (!survey.has("days")) return;
    var days = survey.object("days");
    var name = survey.text("name");
    terminal.line(
        "%s, %s: the next wave opens on %s"
            .formatted(name, days.text("cadence"), days.text("next")));
    days.find("missed").ifPresent(each -> terminal.paragraph(name + ": " + each, "! "));
  }

  private void row(Table table, Fields survey, Fields wave) {
    var span = wave.object("span");
    var state =
        span.instant("closed")
            .map(at -> "closed " + times().at(at))
            .orElseGet(() -> "open until " + span.instant("closes").map(times()::at).orElse(""));
    table.row(
        survey.text("name"),
        wave.text("wave"),
        state,
        wave.text("invited"),
        wave.text("answered"),
        wave.object("mail").text("unsent"),
        survey.text("title"));
  }
}
