package outturn.cli.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.schedule.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn schedule next`: when a schedule is due; asks no server.
@Command(
    name = "next",
    description = {
      "Say when a schedule is due next, without a server.",
      "Its keys are those of a schedule in a file; exactly one of --cron, --rrule, --every and --at."
    },
    footer = {
      "  outturn schedule next --cron \"30 1 * * *\" --timezone Europe/London --from 2026-03-28",
      "  outturn schedule next --cron \"0 18 * * *\" --calendar calendars.yaml --working-days=-1",
      "  outturn schedule next --rrule \"FREQ=MONTHLY;BYDAY=3FR\" --count 3 --json"
    })
public final class ScheduleNextCommand implements Callable<Integer> {
  private static final int MOST = 10_000;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private final Terminal terminal;
  private final Environment environment;

  @Mixin private final ScheduleOptions options = new ScheduleOptions();

  @Option(
      names = "--calendar",
      paramLabel = "FILE[#NAME]",
      description = "a YAML file with the calendar of its working days")
  private @Nullable String calendar;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "the first time that counts, local or with an offset; default: now")
  private @Nullable String from;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "10",
      description = "how many times; default: 10")
  private int count;

  @Option(names = "--json", description = "print a JSON array")
  private boolean json;

  public ScheduleNextCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (count < 1 || count > MOST) {
      throw new CommandFailed(
          ExitCode.MISUSED, "--count is a number from 1 to %d, not %d".formatted(MOST, count));
    }
    var project =
        calendar == null ? OfflineProject.none() : OfflineProject.read(calendar, environment);
    var schedule = project.schedule(options);
    var due = new ArrayList<Instant>();
    var unknown = fill(due, schedule);
    show(due, schedule.zone());
    if (unknown.isPresent()) throw new CommandFailed(ExitCode.REFUSED, unknown.get());
    if (due.size() < count) terminal.remark("it is not due any more after that");
    return ExitCode.DONE.number();
  }

  /// Answers why it cannot go on, if so.
  private Optional<String> fill(List<Instant> due, Schedule schedule) {
    var after = start(schedule.zone()).minusNanos(1);
    try {
      while (due.size() < count) {
        var next = schedule.next(after);
        if (next.isEmpty()) break;
        after = next.get();
        due.add(after);
      }
      return Optional.empty();
    } catch (UnknownYear unknown) {
      return Optional.of(String.valueOf(unknown.getMessage()));
    }
  }

  private void show(List<Instant> due, ZoneId zone) {
    if (json) {
      var array = Json.array();
      due.forEach(each -> array.addObject().put("at", AT.format(each.atZone(zone))));
      terminal.line(array.toPrettyString());
      return;
    }
    var table = new Table(Column.of("AT"), Column.of("DAY"));
    for (var each : due) {
      var local = each.atZone(zone);
      var day = local.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      table.row(AT.format(local), day);
    }
    table.print(terminal);
  }

  /// A local time that the clock skips is moved by the gap; of one that comes twice it is the
  /// first.
  private Instant start(ZoneId zone) {
    if (from == null) return environment.clock().instant();
    try {
      if (!from.contains("T")) return LocalDate.parse(from).atStartOfDay(zone).toInstant();
      return DateTimeFormatter.ISO_DATE_TIME.parseBest(
                  from, OffsetDateTime::from, LocalDateTime::from)
              instanceof OffsetDateTime time
          ? time.toInstant()
          : LocalDateTime.parse(from).atZone(zone).toInstant();
    } catch (DateTimeParseException notATime) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "--from is no time: '%s'".formatted(from),
          "expected for example 2026-03-28, 2026-03-28T12:00 or 2026-03-28T12:00:00Z");
    }
  }
}
