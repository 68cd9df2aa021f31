package outturn.bench.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outturn.bench.MeasuredServer;
import outturn.bench.Usage;
import outturn.bench.host.Gauges;
import outturn.bench.load.Api;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Terminal;
import outturn.store.database.ConnectionSettings;
import outturn.store.history.SimulatedHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn bench history`: fills a server's tables with finished runs of the past.
@Command(
    name = "history",
    description = {
      "Fill a server's tables with finished runs of the past, to measure with.",
      "They stay until their retention ends: for servers that can be thrown away.",
      "Applies five projects 'bench-history-N' whose workflows nothing starts."
    },
    footer = {"  outturn bench history --task-runs 10000000"})
public final class HistoryCommand implements Callable<Integer> {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int MOST_DAYS = 3_650;
  private static final int MOST_WORKFLOWS = 10_000;
  private static final int STEPS_TOLD = 10;
  private static final Usage USAGE = new Usage("bench history");

  private final Terminal terminal;
  private final Environment environment;

  @Mixin private MeasuredServer server = new MeasuredServer();

  @Option(
      names = "--task-runs",
      paramLabel = "N",
      description = "about how many finished task runs, in a quarter as many runs; 1000000")
  private long taskRuns = 1_000_000;

  @Option(names = "--days", paramLabel = "N", description = "spread over so many days; 365")
  private int days = 365;

  @Option(names = "--workflows", paramLabel = "N", description = "of so many workflows; 200")
  private int workflows = 200;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "the server's database; known for an embedded one")
  private @Nullable String database;

  public HistoryCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    USAGE.atLeast("--task-runs", taskRuns, 1);
    USAGE.range("--days", days, 1, MOST_DAYS);
    USAGE.range("--workflows", workflows, 1, MOST_WORKFLOWS);
    ConnectionSettings settings;
    try (var client = server.connect(environment)) {
      settings = settings();
      HistoryProjects.apply(new Api(client), workflows);
    }
    var began = System.nanoTime();
    var history = SimulatedHistory.in(settings);
    history.fill(
        HistoryProjects.simulated(history, workflows),
        taskRuns,
        Duration.ofDays(days),
        environment.clock().instant(),
        this::tell);
    terminal.line(
        "done in %s s".formatted(Figures.brief((System.nanoTime() - began) / NANOS_PER_SECOND)));
    return ExitCode.DONE.number();
  }

  private ConnectionSettings settings() {
    return Gauges.of(server.folder(environment), Optional.ofNullable(database))
        .database()
        .orElseThrow(
            () -> USAGE.misused("the server's database is not known; name it with --database URL"));
  }

  private Instant told = Instant.EPOCH;

  private void tell(SimulatedHistory.Progress progress) {
    var step = Duration.ofDays(Math.max(1, days / STEPS_TOLD));
    if (progress.until().isBefore(told.plus(step))) return;
    told = progress.until();
    terminal.line(
        "%s: %s, %s"
            .formatted(
                progress.until(),
                Figures.count(progress.runs(), "run"),
                Figures.count(progress.taskRuns(), "task run")));
  }
}
