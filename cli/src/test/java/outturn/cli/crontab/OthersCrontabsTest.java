package outturn.cli.crontab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.cli.crontab.CrontabLine.Entry;
import outturn.cli.crontab.LineReport.Outcome;
import outturn.definition.schedule.Cron;
import outturn.definition.schedule.Schedule;
import outturn.definition.schedule.Timing;

/// Crontabs of others, which may be read but not copied: `../shared/data/schedules`.
class OthersCrontabsTest {
  private static final Path FILES =
      Path.of(System.getProperty("outturn.root", ".."))
          .toAbsolutePath()
          .normalize()
          .resolveSibling("shared/data/schedules/files");
  private static final Map<String, String> WORDS =
      Map.of("@hourly", "0 * * * *", "@daily", "0 0 * * *", "@yearly", "0 0 1 1 *");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int MOST_TIMES = 500;

  private static Translation translation(String name) throws IOException {
    var file = FILES.resolve(name);
    assumeTrue(Files.exists(file), file + " is not here");
    var text = Files.readString(file);
    return Imports.of(name, UserColumn.of(file, text), text);
  }

  private static List<Translation> all() throws IOException {
    assumeTrue(Files.exists(FILES), FILES + " is not here");
    var translations = new ArrayList<Translation>();
    try (var files = Files.list(FILES)) {
      for (var file : files.sorted().toList()) {
        translations.add(translation(file.getFileName().toString()));
      }
    }
    return translations;
  }

  @Test
  void everyOneIsAValidProjectAndNoneOfTheirLinesIsRefused() throws IOException {
    for (var translation : all()) {
      var project = Imports.project(translation);

      assertThat(project.workflows().all())
          .as(translation.file())
          .hasSize((int) translation.jobs());
      assertThat(translation.count(Outcome.REFUSED)).as(translation.file()).isZero();
    }
  }

  @Test
  void everyJobIsDueWhenItsLineIs() throws IOException {
    for (var translation : all()) {
      var project = Imports.project(translation);
      for (var line : translation.lines()) {
        if (!line.isJob()) continue;
        var schedule = Imports.schedule(project.workflows().find(line.workflow()).orElseThrow());
        var written = ((Entry) line.line().content()).due().written();
        var cron = Cron.parse(WORDS.getOrDefault(written, written));

        assertThat(times(schedule.timing(), schedule))
            .as(line.line().text())
            .isEqualTo(times(cron, schedule))
            .isNotEmpty();
      }
    }
  }

  /// Those of a year, or the first of them.
  private static List<Instant> times(Timing timing, Schedule schedule) {
    var timed =
        new Schedule(
            "s",
            timing,
            schedule.span(),
            schedule.zone(),
            schedule.clockChange(),
            schedule.days(),
            schedule.rules());
    var times = new ArrayList<Instant>();
    var end = START.plus(366, ChronoUnit.DAYS);
    var next = START;
    while (times.size() < MOST_TIMES) {
      next = timed.next(next).orElse(end);
      if (!next.isBefore(end)) break;
      times.add(next);
    }
    return times;
  }

  @Test
  void disabledJobsAreFoundAmongProse() throws IOException {
    assertThat(disabled("evergreen-crontab.example")).containsExactly(54, 55, 59, 65, 68, 89);
    assertThat(disabled("openbsd-root-crontab")).containsExactly(14, 20);
    assertThat(disabled("cdrtool-debian.cron.d")).containsExactly(16, 17);
    assertThat(disabled("librenms.cron")).isEmpty();
    assertThat(disabled("freebsd-system-crontab")).isEmpty();
  }

  private static List<Integer> disabled(String name) throws IOException {
    return translation(name).lines().stream()
        .filter(line -> line.outcome() == Outcome.DISABLED)
        .map(line -> line.line().number())
        .toList();
  }

  @Test
  void settingsWithBlanksReachTheCommand() throws IOException {
    var workflow =
        Imports.project(translation("evergreen-crontab.example"))
            .workflows()
            .find("fine-generator")
            .orElseThrow();

    assertThat(Imports.run(workflow).environment().keySet())
        .containsExactlyInAnyOrder("OPENILS", "SRF_CORE", "EG_BIN_DIR", "HOME");
    assertThat(workflow.about().title()).isEqualTo("Generate fines");
  }

  @Test
  void zonesInTheMiddleOfAFileCount() throws IOException {
    var workflows = Imports.project(translation("augeas-cron.d")).workflows().all();

    assertThat(workflows)
        .extracting(workflow -> Imports.schedule(workflow).zone())
        .containsOnly(ZoneId.of("America/Los_Angeles"));
  }
}
