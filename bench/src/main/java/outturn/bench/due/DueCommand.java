package outturn.bench.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import outturn.bench.Figure;
import outturn.bench.FiguresOption;
import outturn.bench.Latency;
import outturn.bench.MeasuredServer;
import outturn.bench.Usage;
import outturn.bench.due.Punctuality.Start;
import outturn.bench.host.Pressure;
import outturn.bench.load.Api;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Facts;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn bench due`: how late runs start that schedules are due for.
@Command(
    name = "due",
    description = {
      "Apply schedules that are all due at the same second, and tell how late their runs start.",
      "Applies the project 'bench-due', and takes its schedules away afterwards."
    },
    footer = {"  outturn bench due", "  outturn bench due --schedules 10000 --times 1 --json"})
public final class DueCommand implements Callable<Integer> {
  private static final String PROJECT = "bench-due";
  private static final int MOST_SCHEDULES = 20_000;
  private static final int MOST_TIMES = 60;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Usage USAGE = new Usage("bench due");

  private final Terminal terminal;
  private final Environment environment;

  @Mixin private MeasuredServer server = new MeasuredServer();

  @Option(names = "--schedules", paramLabel = "N", description = "how many; 50")
  private int schedules = 50;

  @Option(names = "--times", paramLabel = "N", description = "how often each is due; 3")
  private int times = 3;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      description = "the time between, a divisor of 60; 60: on the minute")
  private int every = Appointments.MINUTE;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "how long after the last due time runs may come; 60")
  private int timeout = 60;

  @Mixin private FiguresOption figures = new FiguresOption();

  public DueCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    USAGE.range("--schedules", schedules, 1, MOST_SCHEDULES);
    USAGE.range("--times", times, 1, MOST_TIMES);
    if (every < 1 || Appointments.MINUTE % every != 0) {
      throw USAGE.misused("--every is a divisor of 60");
    }
    USAGE.atLeast("--timeout", timeout, 1);
    try (var client = server.connect(environment)) {
      var api = new Api(client);
      api.apply(PROJECT, ScheduledProject.files(PROJECT, schedules, Appointments.cron(every)));
      try {
        tell(measured(api));
      } finally {
        api.apply(PROJECT, ScheduledProject.without(PROJECT));
      }
    }
    return ExitCode.DONE.number();
  }

  private record Found(Punctuality punctuality, OptionalDouble before, OptionalDouble after) {}

  private Found measured(Api api) throws InterruptedException {
    var clock = environment.clock();
    untilEnded(Appointments.after(clock.instant(), every, 1), api);
    var due = Appointments.after(clock.instant(), every, times);
    var before = Pressure.now();
    untilEnded(due, api);
    var after = Pressure.now();
    var expected = schedules * times;
    var starts = starts(api, due);
    while (starts.size() < expected && clock.instant().isBefore(latest(due))) {
      Thread.sleep(PAUSE);
      starts = starts(api, due);
    }
    return new Found(Punctuality.of(expected, starts), before, after);
  }

  /// Waits for all these due times, and then looks now and then whether a run is left: what is
  /// asked meanwhile is part of the load.
  private void untilEnded(Appointments due, Api api) throws InterruptedException {
    var clock = environment.clock();
    Thread.sleep(Duration.between(clock.instant(), due.last()).plus(PAUSE));
    while (api.anyLive(PROJECT) && clock.instant().isBefore(latest(due))) Thread.sleep(PAUSE);
  }

  private Instant latest(Appointments due) {
    return due.last().plusSeconds(timeout);
  }

  /// Those that have ended, of the due times that are looked at.
  private static List<Start> starts(Api api, Appointments due) {
    var wanted = new HashSet<>(due.all());
    var starts = new ArrayList<Start>();
    for (var after = ""; ; ) {
      var page = api.projectPage(PROJECT, after);
      var runs = page.list("items");
      for (var run : runs) {
        if (run.has("ended") && run.instant("due").filter(wanted::contains).isPresent()) {
          starts.add(start(run));
        }
      }
      after = page.text("next");
      if (after.isEmpty() || created(runs.getLast()).isBefore(due.first())) return starts;
    }
  }

  private static Instant created(Fields run) {
    return run.instant("created").orElseThrow();
  }

  private static Start start(Fields run) {
    return new Start(
        run.text("workflow") + "/" + run.object("startedBy").text("schedule"),
        run.instant("due").orElseThrow(),
        run.instant("started").orElseGet(() -> created(run)),
        run.instant("ended").orElseThrow());
  }

  private void tell(Found found) {
    var punctuality = found.punctuality();
    if (figures.asJson()) {
      var all = Json.object().put("shape", "due").put("schedules", schedules).put("times", times);
      all.put("expected", punctuality.expected()).put("missed", punctuality.missed());
      all.put("doubled", punctuality.doubled()).put("early", punctuality.early());
      punctuality.lateness().ifPresent(late -> Figure.put(all, "latenessMillis", late));
      punctuality.untilEnd().ifPresent(end -> Figure.put(all, "untilEndMillis", end));
      var percent = all.putObject("pressure");
      Figure.put(percent, "before", found.before());
      Figure.put(percent, "after", found.after());
      terminal.line(all.toPrettyString());
      return;
    }
    terminal.line("due: %d schedules, %d times".formatted(schedules, times));
    new Facts()
        .add("runs expected", Integer.toString(punctuality.expected()))
        .add("missed", Integer.toString(punctuality.missed()))
        .add("doubled", Integer.toString(punctuality.doubled()))
        .add("early", Integer.toString(punctuality.early()))
        .add("start late by", punctuality.lateness().map(Latency::inWords).orElse("not known"))
        .add("ended after", punctuality.untilEnd().map(Latency::inWords).orElse("not known"))
        .add("CPU pressure before", Pressure.inWords(found.before()))
        .add("CPU pressure after", Pressure.inWords(found.after()))
        .print(terminal);
  }
}
