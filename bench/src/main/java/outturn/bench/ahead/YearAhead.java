package outturn.bench.ahead;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import outturn.definition.ahead.Line;
import outturn.definition.ahead.Outlook;
import outturn.definition.ahead.Starter;
import outturn.definition.ahead.Window;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;

/// Works out what many schedules will do, in pages as the API answers them, in this thread.
final class YearAhead {
  private static final Instant FROM = Instant.parse("2026-03-02T08:00:00Z");
  private static final int PAGE = 10_000;

  /// A third is daily, a third on working days, a third monthly and moved to working days.
  private static final List<String> SCHEDULES =
      List.of(
          "cron: \"%d 2 * * *\", businessDate: previous",
          "cron: \"%d 6 * * *\", calendar: days, businessDate: previous-working-day",
          "cron: \"%d 18 15 * *\", calendar: days, onNonWorkingDay: next");

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final LongSupplier ticker;
  private final List<Starter> starters;
  private final Window window;

  /// @param ticker monotonic nanoseconds
  YearAhead(int workflows, int days, LongSupplier ticker) {
    this.ticker = ticker;
    this.starters = starters(workflows);
    this.window = new Window(FROM, FROM.plus(Duration.ofDays(days)));
  }

  /// One pass over all.
  ///
  /// @param lines due times, or days with many
  /// @param took by the clock, in nanoseconds
  /// @param cpu of this thread, in nanoseconds
  record Round(int lines, long took, long cpu) {}

  private static List<Starter> starters(int workflows) {
    var text =
        new StringBuilder("{kind: calendar, name: days, holidays: {country: GB, region: ENG}}\n");
    for (var number = 0; number < workflows; number++) {
      var schedule = SCHEDULES.get(number % SCHEDULES.size()).formatted(number % 60);
      text.append(
          """
          ---
          kind: workflow
          name: w%d
          timezone: Europe/London
          schedules: [{name: s, %s}]
          tasks: {t: {}}
          """
              .formatted(number, schedule));
    }
    var files =
        Map.of(
            ProjectReader.MAIN_FILE,
            bytes("{kind: project, name: ahead}"),
            "all.yaml",
            bytes(text.toString()));
    return ProjectReader.read(new ProjectFiles(files))
        .project()
        .orElseThrow()
        .workflows()
        .all()
        .stream()
        .map(workflow -> new Starter(workflow.name(), workflow.schedules().getFirst()))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Round once() {
    var began = ticker.getAsLong();
    var cpu = threads.getCurrentThreadCpuTime();
    var outlook = new Outlook(starters, window);
    var lines = 0;
    Optional<Line.Place> after = Optional.empty();
    for (var page = outlook.lines(after, PAGE);
        !page.isEmpty();
        page = outlook.lines(after, PAGE)) {
      lines += page.size();
      after = Optional.of(page.getLast().place());
    }
    var used = threads.getCurrentThreadCpuTime() - cpu;
    return new Round(lines, ticker.getAsLong() - began, used);
  }
}
