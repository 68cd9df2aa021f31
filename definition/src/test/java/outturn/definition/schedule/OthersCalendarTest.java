package outturn.definition.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.schedule.Schedule.CatchUp;
import outturn.definition.schedule.Schedule.ClockChange;
import outturn.definition.schedule.Schedule.Span;
import outturn.definition.schedule.Schedule.WhenRunning;

/// The answers of systemd's own tests of calendar expressions, which may be read but not copied:
/// `../shared/data/schedules/systemd`.
class OthersCalendarTest {

  private static final Path FILE =
      Path.of(System.getProperty("outturn.root"))
          .resolveSibling("shared/data/schedules/systemd/oncalendar_next_from_systemd_tests.csv");

  /// Local times that a clock change leaves out are never due there.
  private static final ClockChange RULE =
      new ClockChange(ClockChange.Gap.SKIP, ClockChange.Overlap.FIRST);

  /// What means the same here; expressions that end in a zone are due in that zone.
  private static final Map<String, Timing> SAME =
      Map.of(
          "2016-03-27 03:17:00", new At(List.of(LocalDateTime.of(2016, 3, 27, 3, 17))),
          "Sun 16:00:00", Cron.parse("0 16 * * sun"),
          "*-04-31", rule("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31"),
          "2016-02~01", rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;UNTIL=20161231", 2016),
          "Mon 2017-05~01..07",
              rule(
                  "FREQ=DAILY;BYMONTH=5;BYMONTHDAY=-1,-2,-3,-4,-5,-6,-7;BYDAY=MO;UNTIL=20171231",
                  2017),
          "Mon 2017-05~07/1", rule("FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20171231", 2017));

  /// Why the others cannot be written.
  private static final Map<String, String> OTHER =
      Map.of(
          "2016-03-27 03:17:00.420000001", "local times are in whole seconds",
          "2016-03-27 03:17:00.4200005", "local times are in whole seconds",
          "2015-11-13 09:11:23.42", "local times are in whole seconds",
          "2015-11-13 09:11:23.42/1.77", "local times are in whole seconds");

  @Test
  void isDueWhenSystemdIs() throws IOException {
    assumeTrue(Files.exists(FILE), FILE + " is not here");
    var compared = 0;
    var rows = Files.readAllLines(FILE);
    for (var line : rows.subList(1, rows.size())) {
      var row = line.split(",", -1);
      var expression = row[0].replaceFirst(" UTC$", "");
      if (OTHER.containsKey(expression)) continue;
      var inUtc = row[0].endsWith(" UTC") || row[1].isEmpty();
      var zone = inUtc ? ZoneOffset.UTC : ZoneId.of(row[1]);
      var timing = Optional.ofNullable(SAME.get(expression)).orElseThrow();

      var next = schedule(timing, zone).next(micros(row[2]));

      var expected = row[3].equals("-1") ? Optional.<Instant>empty() : Optional.of(micros(row[3]));
      assertThat(next).as(line).isEqualTo(expected);
      compared++;
    }
    assertThat(compared).isEqualTo(11);
  }

  private static Schedule schedule(Timing timing, ZoneId zone) {
    var rules =
        new Schedule.Rules(
            new CatchUp(CatchUp.Runs.NONE, Duration.ZERO), WhenRunning.ALLOW, Optional.empty());
    return new Schedule("s", timing, Span.ALWAYS, zone, RULE, Schedule.Days.ALL, rules);
  }

  private static Timing rule(String text) {
    return rule(text, 1970);
  }

  private static Timing rule(String text, int year) {
    var start = LocalDateTime.of(year, 1, 1, 0, 0);
    return Recurrence.parse(text, Optional.of(start), ZoneOffset.UTC);
  }

  private static Instant micros(String text) {
    return Instant.EPOCH.plus(Long.parseLong(text.strip()), ChronoUnit.MICROS);
  }
}
