package outturn.bench.idle;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import outturn.bench.FiguresOption;
import outturn.bench.MeasuredServer;
import outturn.bench.Usage;
import outturn.bench.due.ScheduledProject;
import outturn.bench.load.Api;
import outturn.cli.client.Json;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
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
      var processes = server.processes(environment);
      var api = new Api(client);
      api.apply(PROJECT, ScheduledProject.files(PROJECT, schedules, inAnHour()));
      try {
        tell(Idle.measured(processes, Duration.ofSeconds(settle), Duration.ofSeconds(seconds)));
      } finally {
        api.apply(PROJECT, ScheduledProject.without(PROJECT));
      }
    }
    return ExitCode.DONE.number();
  }

  private String inAnHour() {
    var then = environment.clock().instant().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC);
    return "%d %d * * *".formatted(then.getMinute(), then.getHour());
  }

  private void tell(Idle idle) {
    if (figures.asJson()) {
      terminal.line(json(idle, schedules).toPrettyString());
      return;
    }
    terminal.line("idle: %d schedules, for %d s".formatted(schedules, seconds));
    idle.inWords().print(terminal);
  }

  static ObjectNode json(Idle idle, int schedules) {
    var all = Json.object().put("shape", "idle").put("schedules", schedules);
    idle.put(all);
    return all;
  }
}
