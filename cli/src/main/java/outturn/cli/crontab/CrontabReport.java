package outturn.cli.crontab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import outturn.cli.client.Json;
import outturn.cli.crontab.CrontabLine.Entry;
import outturn.cli.crontab.LineReport.Outcome;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells what became of each line.
final class CrontabReport {
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final String zone;

  /// @param zone of times whose table names none
  CrontabReport(Terminal terminal, String zone) {
    this.terminal = terminal;
    this.zone = zone;
  }

  /// @param written the file of each translation, empty for none
  void tell(List<Translation> translations, List<String> written) {
    for (var index = 0; index < translations.size(); index++) {
      tell(translations.get(index), written.get(index));
    }
    if (translations.stream().noneMatch(each -> each.jobs() > 0)) return;
    for (var sentence : sentences()) terminal.paragraph(sentence, "");
  }

  private List<String> sentences() {
    return List.of(
        "Times are those of %s where a table names no zone.".formatted(zone),
        "As cron does, the workflows make up for no start that was missed (catchUp: {runs: none})"
            + " and do not wait for the last run to end (whenRunning: allow). Outturn can do both:"
            + " catchUp: {runs: last}, whenRunning: queue or skip.",
        "cron mails what jobs print; Outturn keeps it in the log of each run. cron sets HOME to the"
            + " user's folder; Outturn sets it to an empty one, unless env says another.");
  }

  private void tell(Translation translation, String written) {
    terminal.line(summary(translation) + (written.isEmpty() ? "" : ", written to " + written));
    var table =
        new Table(
            Column.ofNumbers("LINE"),
            Column.of("OUTCOME"),
            Column.of("WORKFLOW"),
            Column.of("DUE"),
            Column.flexible("TEXT"));
    var remarks = new LinkedHashMap<String, List<Integer>>();
    for (var line : translation.lines()) {
      if (line.outcome() == Outcome.NOTHING) continue;
      var isEntry = line.line().content() instanceof Entry;
      table.row(
          Integer.toString(line.line().number()),
          new Cell(line.outcome().word(), style(line.outcome())),
          line.workflow(),
          due(line),
          isEntry ? command(line) : line.line().text());
      for (var remark : line.remarks()) {
        remarks.computeIfAbsent(remark.text(), _ -> new ArrayList<>()).add(line.line().number());
      }
    }
    table.print(terminal, INDENT);
    remarks.forEach((text, lines) -> terminal.paragraph(Notes.lines(lines) + ": " + text, INDENT));
    for (var note : translation.notes()) terminal.paragraph(note, INDENT);
  }

  private static String summary(Translation translation) {
    return "%s: %s, %d approximated, %d refused, %d disabled, %s with nothing to do"
        .formatted(
            translation.file(),
            Figures.count(translation.jobs(), "job"),
            translation.lines().stream()
                .filter(line -> line.isJob() && line.outcome() == Outcome.APPROXIMATED)
                .count(),
            translation.count(Outcome.REFUSED),
            translation.count(Outcome.DISABLED),
            Figures.count(translation.count(Outcome.NOTHING), "line"));
  }

  private static Style style(Outcome outcome) {
    return switch (outcome) {
      case TRANSLATED -> Style.GOOD;
      case APPROXIMATED -> Style.DOUBTFUL;
      case REFUSED -> Style.BAD;
      case DISABLED, NOTHING -> Style.FAINT;
    };
  }

  private static String due(LineReport line) {
    return line.line().content() instanceof Entry entry ? entry.due().cron().text() : "";
  }

  private static String command(LineReport line) {
    return line.line().content() instanceof Entry entry ? entry.command() : "";
  }

  void json(List<Translation> translations, List<String> written) {
    var json = Json.object();
    json.put("timezone", zone);
    var files = json.putArray("files");
    for (var index = 0; index < translations.size(); index++) {
      file(files.addObject(), translations.get(index), written.get(index));
    }
    terminal.line(json.toPrettyString());
  }

  private static void file(ObjectNode json, Translation translation, String written) {
    json.put("file", translation.file());
    json.put("jobs", translation.jobs());
    if (!written.isEmpty()) json.put("written", written);
    json.put("yaml", translation.yaml());
    var lines = json.putArray("lines");
    for (var line : translation.lines()) line(lines, line);
    var notes = json.putArray("notes");
    translation.notes().forEach(notes::add);
  }

  private static void line(ArrayNode lines, LineReport line) {
    var json = lines.addObject();
    json.put("line", line.line().number());
    json.put("text", line.line().text());
    json.put("outcome", line.outcome().word());
    if (!line.workflow().isEmpty()) json.put("workflow", line.workflow());
    if (!due(line).isEmpty()) json.put("cron", due(line));
    var remarks = json.putArray("remarks");
    line.remarks().forEach(remark -> remarks.add(remark.text()));
  }
}
