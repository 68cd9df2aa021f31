package outturn.cli.ahead;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import outturn.cli.client.Fields;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;

/// Starts as an iCalendar file (RFC 5545), with times in UTC: every reader shows them on its own
/// clock.
final class StartsCalendar {
  private final Environment environment;

  StartsCalendar(Environment environment) {
    this.environment = environment;
  }

  /// @param file its path, or `-` for standard output
  void write(Fields answer, String file, Terminal terminal) {
    var text = text(answer);
    if (file.equals("-")) {
      terminal.out().print(text);
      return;
    }
    try {
      Files.writeString(environment.resolve(file), text, UTF_8);
    } catch (IOException failure) {
      throw new CommandFailed(
          ExitCode.REFUSED, "cannot write %s: %s".formatted(file, failure.getMessage()));
    }
    terminal.remark("wrote " + file);
  }

  private String text(Fields answer) {
    var calendar = new ICalendar();
    calendar.setProductId("-//Outturn//ahead//EN");
    for (var line : answer.list("items")) {
      if (line.text("what").equals("starts")) calendar.addEvent(event(line));
    }
    return Biweekly.write(calendar).go();
  }

  private VEvent event(Fields line) {
    var due = line.instant("due").orElseThrow();
    var event = new VEvent();
    event.setUid(
        "%s.%s.%d@outturn"
            .formatted(line.text("workflow"), line.text("schedule"), due.getEpochSecond()));
    event.setDateTimeStamp(date(environment.clock().instant()));
    event.setDateStart(date(due), true);
    var end = line.instant("expectedEnd").or(() -> line.instant("last")).orElse(due);
    if (end.isAfter(due)) event.setDateEnd(date(end), true);
    event.setSummary(line.text("workflow"));
    event.setDescription(description(line));
    return event;
  }

  private static String description(Fields line) {
    var texts = new LineTexts(line);
    var said = new ArrayList<String>();
    said.add("schedule %s, for %s".formatted(line.text("schedule"), line.text("businessDate")));
    said.add(
        line.has("typical")
            ? "typically %s, nine in ten within %s (%s runs)"
                .formatted(texts.median(), texts.ninth(), texts.runs())
            : texts.median());
    if (!texts.note().isEmpty()) said.add(texts.note());
    return String.join("\n", said);
  }

  @SuppressWarnings("JavaUtilDate")
  private static Date date(Instant time) {
    return Date.from(time);
  }
}
