package outturn.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outturn.bench.Measurement.PressureChange;
import outturn.bench.ahead.AheadBenchCommand;
import outturn.bench.core.CoreCommand;
import outturn.bench.due.DueCommand;
import outturn.bench.fair.FairnessCommand;
import outturn.bench.history.HistoryCommand;
import outturn.bench.history.ListsCommand;
import outturn.bench.host.Gauges;
import outturn.bench.host.PlainProcesses;
import outturn.bench.host.Pressure;
import outturn.bench.idle.IdleCommand;
import outturn.bench.load.Bench;
import outturn.bench.load.Deadline;
import outturn.bench.load.Load;
import outturn.bench.load.Pooled;
import outturn.bench.load.Shape;
import outturn.bench.tabs.TabsCommand;
import outturn.bench.waiting.WaitingCommand;
import outturn.cli.client.Client;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import outturn.definition.pool.Pool;
import outturn.store.database.SingleCommit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn bench`: how much a running server does in a second, and what it costs.
@Command(
    name = "bench",
    description = {
      "Measure a running server. SHAPE is one of:",
      "  single      10000 runs of one task, 500 in a request",
      "  one-by-one  2000 runs of one task, one in a request, from 8 clients",
      "  chain       1000 runs of 10 tasks, each after the one before",
      "  fan         one run of 1000 tasks at once and one that needs them all",
      "  process     1000 runs that start a process, and a bare loop that does it",
      "  trickle     a run each second for 30 seconds, for its latency",
      "  hop         the same with runs of 10 tasks, each after the one before",
      "Applies the project 'bench' and first sends a fifth of the load to warm up,",
      "of trickle and hop ten times as many runs, at once.",
      "Commands of their own are due, idle, waiting, fairness, tabs, core and ahead (without a server),",
      "and for servers with many runs history and lists.",
      "CPU and database are told for a server found by its data folder on this host."
    },
    footer = {
      "  outturn bench single",
      "  outturn bench chain --pool worth",
      "  outturn bench chain --runs 500 --tasks 2",
      "  outturn bench fan --tasks 100 --json"
    })
public final class BenchCommand implements Callable<Integer> {
  private static final int USUAL_TIMEOUT = 120;
  private static final int COMMITS = 100;
  private static final int PACED_COMMITS = 10;
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Usage USAGE = new Usage("bench");

  private final Terminal terminal;
  private final Environment environment;
  private final Duration pace;

  @Mixin private MeasuredServer server = new MeasuredServer();

  @Parameters(arity = "0..1", paramLabel = "SHAPE", description = "the form of the load")
  private String shape = "";

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "how many runs; of trickle and hop also how many seconds")
  private @Nullable Integer runs;

  @Option(names = "--tasks", paramLabel = "N", description = "tasks in a run of chain, hop or fan")
  private @Nullable Integer tasks;

  @Option(
      names = "--pool",
      paramLabel = "ORDER",
      description = "all tasks claim one of a pool of 100 that goes by this: age or worth")
  private @Nullable String pool;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "give up after so long, warm-up included; default 120")
  private int timeout = USUAL_TIMEOUT;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "the server's database, to tell its growth; known for an embedded one")
  private @Nullable String database;

  @Mixin private FiguresOption figures = new FiguresOption();

  /// @param pace from one run of a trickle to the next
  private BenchCommand(Terminal terminal, Environment environment, Duration pace) {
    this.terminal = terminal;
    this.environment = environment;
    this.pace = pace;
  }

  /// With the commands below it.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return with(terminal, environment, PACE);
  }

  static CommandLine with(Terminal terminal, Environment environment, Duration pace) {
    return new CommandLine(new BenchCommand(terminal, environment, pace))
        .addSubcommand(new HistoryCommand(terminal, environment))
        .addSubcommand(new ListsCommand(terminal, environment))
        .addSubcommand(new DueCommand(terminal, environment))
        .addSubcommand(new IdleCommand(terminal, environment))
        .addSubcommand(new WaitingCommand(terminal, environment))
        .addSubcommand(new FairnessCommand(terminal, environment))
        .addSubcommand(new TabsCommand(terminal, environment))
        .addSubcommand(new CoreCommand(terminal))
        .addSubcommand(new AheadBenchCommand(terminal));
  }

  @Override
  public Integer call() throws InterruptedException {
    var load = load();
    try (var client = server.connect(environment)) {
      var gauges = Gauges.of(server.folder(environment), Optional.ofNullable(database));
      var measured = measured(client, gauges, load);
      if (figures.asJson()) {
        terminal.line(measured.json().toPrettyString());
      } else {
        new Report(terminal).print(measured);
      }
      return ExitCode.DONE.number();
    } catch (CommandFailed failed) {
      if (figures.asJson() && !failed.body().isEmpty()) terminal.line(failed.body());
      throw failed;
    }
  }

  private Load load() {
    var chosen =
        Shape.of(shape)
            .orElseThrow(() ->
                USAGE.misused(
                    "no shape '%s'; expected single, one-by-one, chain, fan, process, trickle or hop"
                        .formatted(shape)));
    if (tasks != null && !chosen.isWide()) {
      throw USAGE.misused(
          "--tasks is for chain, hop and fan; a run of %s has one task".formatted(shape));
    }
    if (timeout < 1) throw USAGE.misused("--timeout is at least 1 second");
    var load = load(chosen);
    if (chosen.isPaced()) checkTime(load);
    return load;
  }

  private Load load(Shape chosen) {
    try {
      return new Load(
          chosen,
          runs == null ? chosen.usualRuns() : runs,
          tasks == null ? chosen.usualTasks() : tasks,
          Optional.ofNullable(pool).map(this::pooled));
    } catch (IllegalArgumentException wrong) {
      throw USAGE.misused(String.valueOf(wrong.getMessage()));
    }
  }

  private Pooled pooled(String word) {
    var today = LocalDate.ofInstant(environment.clock().instant(), ZoneOffset.UTC);
    return Arrays.stream(Pool.Order.values())
        .map(order -> new Pooled(order, today))
        .filter(pooled -> pooled.word().equals(word))
        .findFirst()
        .orElseThrow(() -> USAGE.misused("--pool is age or worth, not '%s'".formatted(word)));
  }

  private void checkTime(Load load) {
    var needed = pace.multipliedBy(load.runs());
    if (needed.compareTo(Duration.ofSeconds(timeout)) > 0) {
      throw USAGE.misused(
          "a run each second takes %d s, longer than the time-out of %d s; raise it with --timeout"
              .formatted(needed.toSeconds(), timeout));
    }
  }

  private Measurement measured(Client client, Gauges gauges, Load load)
      throws InterruptedException {
    var deadline = Deadline.in(Duration.ofSeconds(timeout), System::nanoTime);
    var bench = new Bench(client, deadline, pace);
    var pressureBefore = Pressure.now();
    bench.prepare(load);
    var commit = Yardsticks.median(gauges.commits(commits(load), System::nanoTime));
    var bytesBefore = gauges.tableBytes();
    var cpuBefore = gauges.cpuTime();
    var sent = bench.send(load);
    var cpuAfter = gauges.cpuTime();
    var pressureAfter = Pressure.now();
    var costs =
        new Costs(
            Costs.cpu(cpuBefore, cpuAfter), Costs.bytes(bytesBefore, gauges.tableBytes(), load));
    return new Measurement(
        load,
        sent.took(),
        Latency.of(bench.latencies(load, sent)),
        costs,
        new Yardsticks(commit, plainProcesses(load)),
        new PressureChange(pressureBefore, pressureAfter));
  }

  /// As far from each other as the runs are.
  private SingleCommit.Series commits(Load load) {
    return load.shape().isPaced()
        ? new SingleCommit.Series(PACED_COMMITS, pace)
        : new SingleCommit.Series(COMMITS, Duration.ZERO);
  }

  private static OptionalDouble plainProcesses(Load load) throws InterruptedException {
    if (load.shape() != Shape.PROCESS) return OptionalDouble.empty();
    return PlainProcesses.perSecond(load.runs(), System::nanoTime);
  }
}
