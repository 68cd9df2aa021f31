package outturn.cli.ahead;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Times;

/// Times and durations of a line of the API, on the clock of its schedule's zone.
final class LineTexts {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm xxx", Locale.ENGLISH);
  private static final DateTimeFormatter AT_SECOND =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  private final Fields line;
  private final ZoneId zone;

  LineTexts(Fields line) {
    this.line = line;
    this.zone = ZoneId.of(line.text("timezone"));
  }

  /// `Tue 2026-11-24 02:00 +00:00`.
  String due() {
    return at(instant("due"));
  }

  String at(Instant time) {
    var local = time.atZone(zone);
    return (local.getSecond() == 0 ? AT : AT_SECOND).format(local);
  }

  /// The time alone on the day of the due time, else with the day.
  String near(Instant time) {
    var local = time.atZone(zone);
    var sameDay = local.toLocalDate().equals(instant("due").atZone(zone).toLocalDate());
    return sameDay ? TIME.format(local) : AT_SECOND.format(local).replaceAll(" [^ ]+$", "");
  }

  private Instant instant(String name) {
    return line.instant(name).orElseThrow();
  }

  String median() {
    return line.has("typical")
        ? took(line.object("typical").number("medianSeconds").orElse(0.0))
        : "no history yet";
  }

  String ninth() {
    return line.object("typical").number("ninthSeconds").map(LineTexts::took).orElse("");
  }

  String runs() {
    return line.object("typical").text("runs");
  }

  String end() {
    return line.instant("expectedEnd").map(this::near).orElse("");
  }

  String note() {
    var notes = String.join("; ", line.texts("notes"));
    if (line.count("count") < 2) return notes;
    var many =
        "%d starts until %s, about every %s"
            .formatted(
                line.count("count"),
                near(instant("last")),
                took(line.number("everySeconds").orElse(0.0)));
    return notes.isEmpty() ? many : many + "; " + notes;
  }

  /// `1m 12s`; whole minutes and hours as `5m`.
  static String took(double seconds) {
    return Times.took(Duration.ofMillis(Math.round(seconds * 1000))).replaceAll(" 00[smh]$", "");
  }
}
