package outturn.cli.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import outturn.definition.calendar.CalendarFile;
import outturn.definition.calendar.KnownYears;
import outturn.definition.text.Problem;
import outturn.definition.text.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn import ical`: the file of a calendar from where others publish it.
@Command(
    name = "ical",
    description = {
      "Bring the iCalendar file of a calendar up to date, from the address where it is published.",
      "Tells which days off came and went from last year on, and writes the file only if it is",
      "another one and can be read; apply the project afterwards. Asks no server of Outturn."
    },
    footer = {
      "  outturn import ical https://calendar.example.org/closed.ics data/closed.ics",
      "  outturn import ical $URL housing/data/closed.ics && outturn apply housing"
    })
public final class ImportIcalCommand implements Callable<Integer> {
  private static final int YEARS_AHEAD = 5;

  private final Terminal terminal;
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "URL", description = "where it is published")
  private String url = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "the file of the project")
  private String file = "";

  public ImportIcalCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    var path = environment.resolve(file);
    var fresh = CalendarDownload.of(url);
    var problems = new Problems();
    var days = days(url, fresh, problems);
    if (!problems.isEmpty()) throw unusable(problems.sorted().getFirst());
    try {
      var before = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
      if (Arrays.equals(before, fresh)) {
        terminal.line("%s is up to date".formatted(file));
        return ExitCode.DONE.number();
      }
      write(path, fresh);
      tell(before.length == 0 ? new TreeMap<>() : days(file, before, new Problems()), days);
    } catch (IOException failure) {
      throw new CommandFailed(
          ExitCode.REFUSED, "%s cannot be written: %s".formatted(file, failure.getMessage()));
    }
    return ExitCode.DONE.number();
  }

  private SortedMap<LocalDate, String> days(String name, byte[] bytes, Problems problems) {
    int year = environment.clock().instant().atZone(environment.zone()).getYear();
    return CalendarFile.daysOff(
        name, bytes, new KnownYears(year - 1, year + YEARS_AHEAD), problems);
  }

  private static CommandFailed unusable(Problem problem) {
    return new CommandFailed(
        ExitCode.REFUSED,
        "%s, line %d: %s".formatted(problem.file(), problem.line(), problem.message()),
        "nothing was written");
  }

  /// A reader never sees half of it.
  private static void write(Path path, byte[] bytes) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var half = Files.createTempFile(folder, ".ical", ".tmp");
    try {
      Files.write(half, bytes);
      Files.move(half, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private void tell(Map<LocalDate, String> before, Map<LocalDate, String> after) {
    terminal.line("written to %s; days off from last year on: %d".formatted(file, after.size()));
    after.forEach((day, name) -> {
      if (!before.containsKey(day)) terminal.line("  + %s %s".formatted(day, name));
    });
    before.forEach((day, name) -> {
      if (!after.containsKey(day)) terminal.line("  - %s %s".formatted(day, name));
    });
  }
}
