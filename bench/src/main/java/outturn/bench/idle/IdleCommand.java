package outturn.bench.idle;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import outturn.bench.Figure;
import outturn.bench.FiguresOption;
import outturn.bench.MeasuredServer;
import outturn.bench.Usage;
import outturn.bench.due.ScheduledProject;
import outturn.bench.host.CpuUse;
import outturn.bench.host.Pressure;
import outturn.bench.host.ServerProcesses;
import outturn.bench.host.ServerProcesses.Memory;
import outturn.bench.load.Api;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Facts;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `outturn bench idle`: what a server costs that only waits.
@Command(
    name = "idle",
    description = {
      "Apply schedules that are due an hour from now, and tell what the server costs meanwhile:",
      "the share of a core, and the proportional set of its and its PostgreSQL's processes.",
      "Applies the project 'bench-idle', and takes its schedules away afterwards.",
      "For finished runs in its tables: outturn bench history --task-runs 400000"
    },
    footer = {"  outturn bench idle", "  outturn bench idle --schedules 1000 --seconds 30 --json"})
public final class IdleCommand implements Callable<Integer> {
  private static final String PROJECT = "bench-idle";
  private static final int MOST_SCHEDULES = 20_000;
  private static final int MOST_SECONDS = 1_800;
  private static final Usage USAGE = new Usage("bench idle");

  private final Terminal terminal;
  private final Environment environment;

  @Mixin private MeasuredServer server = new MeasuredServer();

  @Option(names = "--schedules", paramLabel = "N", description = "how many; 10000")
  private int schedules = 10_000;

  @Option(names = "--seconds", paramLabel = "N", description = "how long to look; 60")
  private int seconds = 60;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      description = "how long to wait before, so that what the schedules brought is over; 150")
  private int settle = 150;

  @Mixin private FiguresOption figures = new FiguresOption();

  public IdleCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    USAGE.range("--schedules", schedules, 1, MOST_SCHEDULES);
    USAGE.range("--seconds", seconds, 1, MOST_SECONDS);
    USAGE.range("--settle", settle, 0, MOST_SECONDS);
    try (var client = server.connect(environment)) {
      var processes = processes();
      var api = new Api(client);
      api.apply(PROJECT, ScheduledProject.files(PROJECT, schedules, inAnHour()));
      try {
        tell(measured(processes));
      } finally {
        api.apply(PROJECT, ScheduledProject.without(PROJECT));
      }
    }
    return ExitCode.DONE.number();
  }

  private ServerProcesses processes() {
    return server
        .folder(environment)
        .flatMap(ServerProcesses::of)
        .orElseThrow(() ->
            new CommandFailed(
                ExitCode.MISUSED,
                "an idle server is measured by its processes, and these are not known here",
                "start it on this host with its embedded PostgreSQL, and name its folder with --data"));
  }

  private String inAnHour() {
    var then = environment.clock().instant().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC);
    return "%d %d * * *".formatted(then.getMinute(), then.getHour());
  }

  private Idle measured(ServerProcesses processes) throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(settle));
    var pressure = Pressure.now();
    var before = processes.cpuTime();
    var began = System.nanoTime();
    Thread.sleep(Duration.ofSeconds(seconds));
    var window = Duration.ofNanos(System.nanoTime() - began);
    var used = before.flatMap(earlier -> processes.cpuTime().map(later -> later.since(earlier)));
    return new Idle(window, used, processes.resident(), pressure);
  }

  /// What was used while nothing was to be done.
  record Idle(
      Duration window, Optional<CpuUse> cpu, Optional<Memory> resident, OptionalDouble pressure) {
    private static final double PERCENT = 100;
    private static final double MEGABYTE = 1e6;

    double percentOfCore(Duration used) {
      return PERCENT * used.toNanos() / window.toNanos();
    }

    static double megabytes(long bytes) {
      return bytes / MEGABYTE;
    }
  }

  private void tell(Idle idle) {
    if (figures.asJson()) {
      terminal.line(json(idle, schedules).toPrettyString());
      return;
    }
    terminal.line("idle: %d schedules, for %d s".formatted(schedules, seconds));
    new Facts()
        .add("CPU", idle.cpu().map(used -> inWords(idle, used)).orElse("not known"))
        .add("resident", idle.resident().map(IdleCommand::inWords).orElse("not known"))
        .add("CPU pressure before", Pressure.inWords(idle.pressure()))
        .print(terminal);
  }

  static ObjectNode json(Idle idle, int schedules) {
    var all = Json.object().put("shape", "idle").put("schedules", schedules);
    Figure.put(all, "seconds", idle.window().toMillis() / 1e3);
    idle.cpu()
        .ifPresent(used -> {
          var percent = all.putObject("cpuPercentOfCore");
          Figure.put(percent, "server", idle.percentOfCore(used.server()));
          Figure.put(percent, "postgresql", idle.percentOfCore(used.postgres()));
          Figure.put(percent, "total", idle.percentOfCore(used.total()));
        });
    idle.resident()
        .ifPresent(memory -> {
          var megabytes = all.putObject("residentMegabytes");
          Figure.put(megabytes, "server", Idle.megabytes(memory.server()));
          Figure.put(megabytes, "postgresql", Idle.megabytes(memory.postgres()));
          Figure.put(megabytes, "total", Idle.megabytes(memory.total()));
        });
    Figure.put(all.putObject("pressure"), "before", idle.pressure());
    return all;
  }

  private static String inWords(Idle idle, CpuUse used) {
    return "%.2f %% of a core: server %.2f %%, PostgreSQL %.2f %%"
        .formatted(
            idle.percentOfCore(used.total()),
            idle.percentOfCore(used.server()),
            idle.percentOfCore(used.postgres()));
  }

  private static String inWords(Memory memory) {
    return "%.0f MB: server %.0f MB, PostgreSQL %.0f MB"
        .formatted(
            Idle.megabytes(memory.total()),
            Idle.megabytes(memory.server()),
            Idle.megabytes(memory.postgres()));
  }
}
