package outturn.bench.waiting;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import outturn.bench.Figure;
import outturn.bench.FiguresOption;
import outturn.bench.MeasuredServer;
import outturn.bench.Usage;
import outturn.bench.host.ServerProcesses;
import outturn.bench.idle.Idle;
import outturn.bench.load.Api;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn bench waiting`: what runs cost that wait, and how long it takes until all have gone.
@Command(
    name = "waiting",
    description = {
      "Let runs wait, a quarter of them each: held, for a pool that is full, for a run of another",
      "workflow, to be approved. Tell what the server costs meanwhile and by how much its memory",
      "grew; then give all of them what they wait for, and tell how long it takes.",
      "Applies the project 'bench-waiting'; a fifth of the runs come and go first, to warm up."
    },
    footer = {
      "  outturn bench waiting",
      "  outturn bench waiting --runs 1000 --settle 60 --seconds 30 --json"
    })
public final class WaitingCommand implements Callable<Integer> {
  private static final int MOST_RUNS = 100_000;
  private static final int LEAST_RUNS = 4;
  private static final int MOST_SECONDS = 1_800;
  private static final int WARM_UP_PART = 5;
  private static final Usage USAGE = new Usage("bench waiting");

  private final Terminal terminal;
  private final Environment environment;

  @Mixin private MeasuredServer server = new MeasuredServer();

  @Option(names = "--runs", paramLabel = "N", description = "how many wait; 10000")
  private int runs = 10_000;

  @Option(names = "--seconds", paramLabel = "N", description = "how long to look; 60")
  private int seconds = 60;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      description = "how long to wait before each look, so that what was done is over; 150")
  private int settle = 150;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "how long the runs have to end in; 300")
  private int timeout = 300;

  @Mixin private FiguresOption figures = new FiguresOption();

  public WaitingCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    USAGE.range("--runs", runs, LEAST_RUNS, MOST_RUNS);
    USAGE.range("--seconds", seconds, 1, MOST_SECONDS);
    USAGE.range("--settle", settle, 0, MOST_SECONDS);
    USAGE.range("--timeout", timeout, 1, MOST_SECONDS);
    try (var client = server.connect(environment)) {
      var processes = server.processes(environment);
      var api = new Api(client);
      api.apply(WaitingRoom.PROJECT, WaitingRoom.files());
      if (api.anyLive(WaitingRoom.PROJECT)) throw stillLive();
      leave(WaitingRoom.filled(api, Math.max(LEAST_RUNS, runs / WARM_UP_PART)));
      tell(measured(api, processes));
    }
    return ExitCode.DONE.number();
  }

  private static CommandFailed stillLive() {
    return new CommandFailed(
        ExitCode.REFUSED,
        "not measured: runs of project bench-waiting have not ended",
        "cancel them, or take a server of its own");
  }

  /// @param empty the server before they came
  /// @param full while they wait
  /// @param leaving from when they were given what they wait for until all had ended
  private record Waited(Idle empty, Idle full, Duration leaving) {
    OptionalDouble grownMegabytes() {
      if (full.resident().isEmpty() || empty.resident().isEmpty()) return OptionalDouble.empty();
      long grown = full.resident().get().total() - empty.resident().get().total();
      return OptionalDouble.of(Idle.megabytes(grown));
    }
  }

  private Waited measured(Api api, ServerProcesses processes) throws InterruptedException {
    var look = Duration.ofSeconds(seconds);
    var empty = Idle.measured(processes, Duration.ofSeconds(settle), look);
    var room = WaitingRoom.filled(api, runs);
    var full = Idle.measured(processes, Duration.ofSeconds(settle), look);
    return new Waited(empty, full, leave(room));
  }

  private Duration leave(WaitingRoom room) throws InterruptedException {
    var began = System.nanoTime();
    room.open();
    room.leave(Duration.ofSeconds(timeout));
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void tell(Waited waited) {
    if (figures.asJson()) {
      var all = Json.object().put("shape", "waiting").put("runs", runs);
      waited.full().put(all);
      waited.empty().put(all.putObject("empty"));
      Figure.put(all, "grownMegabytes", waited.grownMegabytes());
      Figure.put(all, "leavingSeconds", waited.leaving().toMillis() / 1e3);
      terminal.line(all.toPrettyString());
      return;
    }
    terminal.line("%d runs that wait, for %d s".formatted(runs, seconds));
    waited.full().inWords().print(terminal);
    terminal.line("without them");
    waited.empty().inWords().print(terminal);
    waited
        .grownMegabytes()
        .ifPresent(grown -> terminal.line("memory grew by %.0f MB".formatted(grown)));
    terminal.line(
        "all had ended %.1f s after the first could go on"
            .formatted(waited.leaving().toMillis() / 1e3));
  }
}
