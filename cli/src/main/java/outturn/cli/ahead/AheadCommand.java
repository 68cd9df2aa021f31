package outturn.cli.ahead;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `outturn ahead`: what schedules will start, or would if something were otherwise.
@Command(
    name = "ahead",
    description = {
      "Say what the schedules in force will start, how long it takes, and what will not start.",
      "With --holiday, --without or --pool: what would be different."
    },
    footer = {
      "  outturn ahead",
      "  outturn ahead repairs-daily --days 30",
      "  outturn ahead --from 2026-12-21 --to 2026-12-31 --ical holidays.ics",
      "  outturn ahead --days 7 --holiday 2026-12-24@uk-working-days",
      "  outturn ahead --days 2 --without repairs-daily/extract --pool housing-db=1"
    })
public final class AheadCommand extends ServerCommand {
  private static final int PAGE = 10_000;
  private static final int MOST_DAYS = 1100;

  @Parameters(arity = "0..1", paramLabel = "WORKFLOW", description = "only of this workflow")
  private @Nullable String workflow;

  @Option(names = "--from", paramLabel = "TIME", description = "the first time; default: now")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "the end; a date is the last day; default: a day after the first")
  private @Nullable String to;

  @Option(names = "--days", paramLabel = "N", description = "so many days, in place of --to")
  private @Nullable Integer days;

  @Option(
      names = "--ical",
      paramLabel = "FILE",
      description = "write the starts as an iCalendar file, - for standard output")
  private @Nullable String ical;

  @Mixin private final HolidayOption holiday = new HolidayOption();

  @Option(
      names = "--without",
      paramLabel = "WORKFLOW[/TASK]",
      split = ",",
      description = "as if the workflow, or its task, were not there")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--pool",
      paramLabel = "NAME=SIZE",
      split = ",",
      description = "as if the pool had this size: an estimate of who would wait")
  private List<String> pools = new ArrayList<>();

  public AheadCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    if (days != null && to != null) throw misused("--days and --to do not go together");
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw misused("--days is a number from 1 to %d, not %d".formatted(MOST_DAYS, days));
    }
    if (ical != null && wantsJson()) throw misused("--ical and --json do not go together");
    if (ical != null && isSupposed()) {
      throw misused("--ical writes what will start, and not what would");
    }
    start();
    end();
  }

  private static CommandFailed misused(String why) {
    return new CommandFailed(ExitCode.MISUSED, why);
  }

  private boolean isSupposed() {
    return !holiday.holidays().isEmpty() || !without.isEmpty() || !pools.isEmpty();
  }

  private Instant start() {
    if (from == null) return environment.clock().instant();
    return new TimeOption("--from", environment.zone()).start(from);
  }

  private Instant end() {
    if (to != null) return new TimeOption("--to", environment.zone()).end(to);
    return start().plus(Duration.ofDays(days == null ? 1 : days));
  }

  @Override
  protected ExitCode run(Client client) {
    if (isSupposed()) {
      var answer = client.send(supposed());
      show(answer, () -> new WhatIfReport(terminal).tell(new Fields(answer)));
      return ExitCode.DONE;
    }
    var answer = all(client);
    if (ical != null) {
      new StartsCalendar(environment).write(new Fields(answer), ical, terminal);
    } else {
      show(answer, () -> new AheadTable(terminal).print(new Fields(answer)));
    }
    return ExitCode.DONE;
  }

  private Request asked(String... path) {
    return Request.get(path).with("from", start()).with("to", end()).with("workflow", workflow);
  }

  private Request supposed() {
    return asked("ahead", "what-if")
        .withAll("holiday", holiday.holidays())
        .withAll("without", without)
        .withAll("pool", pools);
  }

  /// All pages as one.
  private JsonNode all(Client client) {
    var request = asked("ahead").with("limit", PAGE);
    var whole = Json.object();
    var items = Json.array();
    while (true) {
      var answer = client.send(request);
      var page = new Fields(answer);
      for (var name : List.of("from", "to", "heldSince")) whole.set(name, answer.path(name));
      page.list("items").forEach(item -> items.add(item.json()));
      var next = page.find("next");
      if (next.isEmpty()) break;
      request.with("after", next.get());
    }
    whole.set("items", items);
    whole.putNull("next");
    return whole;
  }
}
