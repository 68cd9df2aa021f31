package outturn.definition.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import outturn.definition.schedule.Schedule.ClockChange;

/// Answers and expressions of others, which may be read but not copied: `../shared/data/schedules`.
class OthersCronTest {

  private static final Path DATA =
      Path.of(System.getProperty("outturn.root")).resolveSibling("shared/data/schedules");
  private static final ClockChange RULE =
      new ClockChange(ClockChange.Gap.SHIFT, ClockChange.Overlap.FIRST);
  private static final Pattern ROW = Pattern.compile("\"?([^\"]*?)\"?,([^,]*),(true|false)");
  private static final Pattern CRON_LINE =
      Pattern.compile("^#? ?((?:[0-9*][-0-9*/,]*[ \t]+){4}[-0-9*/,A-Za-z]+)[ \t]+\\S.*");

  /// One difference: that reader takes seconds first and lets the day of week out, so that five
  /// fields mean second to month. Ours takes five fields as every crontab does; the test adds the
  /// sixth.
  @Test
  void firesWhenRobfigFires() throws IOException {
    var rows = lines("expected/robfig_cron_activation.csv");
    for (var line : rows.subList(1, rows.size())) {
      var row = ROW.matcher(line);
      assertThat(row.matches()).as(line).isTrue();
      var text = row.group(1);
      var cron = Cron.parse(text.split(" ").length == 5 ? text + " *" : text);
      var at = Instant.parse(row.group(2));

      var next = DueTimes.next(cron, ZoneOffset.UTC, RULE, at.minusSeconds(1)).orElseThrow();

      assertThat(next.equals(at)).as(line).isEqualTo(Boolean.parseBoolean(row.group(3)));
    }
    assertThat(rows).hasSizeGreaterThan(20);
  }

  @Test
  void refusesWhatRobfigRefuses() throws IOException {
    for (var text : lines("expected/robfig_cron_invalid.txt")) {
      assertThatThrownBy(() -> Cron.parse(text)).as(text).isInstanceOf(Malformed.class);
    }
  }

  @Test
  void readsTheLinesOfRealCrontabs() throws IOException {
    var read = 0;
    for (var file : files("files")) {
      for (var line : Files.readAllLines(file)) {
        var matcher = CRON_LINE.matcher(line);
        if (!matcher.matches()) continue;
        var cron = Cron.parse(matcher.group(1));
        assertThat(DueTimes.next(cron, ZoneOffset.UTC, RULE, Instant.EPOCH)).as(line).isPresent();
        read++;
      }
    }
    assertThat(read).isGreaterThan(50);
  }

  private static List<String> lines(String name) throws IOException {
    var file = DATA.resolve(name);
    assumeTrue(Files.exists(file), file + " is not here");
    return Files.readAllLines(file);
  }

  private static List<Path> files(String name) throws IOException {
    var folder = DATA.resolve(name);
    assumeTrue(Files.exists(folder), folder + " is not here");
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
