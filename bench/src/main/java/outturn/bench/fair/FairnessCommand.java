package outturn.bench.fair;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import outturn.bench.Figure;
import outturn.bench.FiguresOption;
import outturn.bench.MeasuredServer;
import outturn.bench.Usage;
import outturn.bench.fair.Crowd.WaitingFor;
import outturn.bench.fair.Others.Other;
import outturn.bench.host.Pressure;
import outturn.bench.load.Api;
import outturn.cli.client.Json;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn bench fairness`: how much a crowd delays the runs of others.
@Command(
    name = "fairness",
    description = {
      "Tell by how many per cent a crowd delays the runs of other workflows: a full pool,",
      "a workflow with 10000 runs that wait, and one whose database never answers.",
      "The server must be on this host. Applies the projects 'bench-others' and 'bench-crowd'."
    },
    footer = {
      "  outturn bench fairness",
      "  outturn bench fairness --waiting-for slots",
      "  outturn bench fairness --beats 20 --waiting 1000 --json"
    })
public final class FairnessCommand implements Callable<Integer> {
  private static final int MOST = 100_000;
  private static final int MOST_HANGING = 500;
  private static final int WARM_UP_PART = 4;
  private static final Usage USAGE = new Usage("bench fairness");

  private final Terminal terminal;
  private final Environment environment;

  @Mixin private MeasuredServer server = new MeasuredServer();

  @Option(
      names = "--beats",
      paramLabel = "N",
      description = "how often a run of each other workflow is started; 100")
  private int beats = 100;

  @Option(names = "--pace", paramLabel = "MS", description = "milliseconds between beats; 200")
  private int pace = 200;

  @Option(names = "--waiting", paramLabel = "N", description = "how many runs wait; 10000")
  private int waiting = 10_000;

  @Option(
      names = "--waiting-for",
      paramLabel = "WHAT",
      description = "pool: for the full pool (default); slots: for slots of the worker, as others")
  private String waitingFor = "pool";

  @Option(
      names = "--hanging",
      paramLabel = "N",
      description = "how many runs ask the database that does not answer; 40")
  private int hanging = 40;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "how long to wait for runs that have not ended; 120")
  private int timeout = 120;

  @Mixin private FiguresOption figures = new FiguresOption();

  public FairnessCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    USAGE.range("--beats", beats, 1, MOST);
    USAGE.atLeast("--pace", pace, 0);
    USAGE.range("--waiting", waiting, 0, MOST);
    USAGE.range("--hanging", hanging, 0, MOST_HANGING);
    USAGE.atLeast("--timeout", timeout, 1);
    var chosen = waitingFor();
    try (var client = server.connect(environment)) {
      var pressure = Pressure.now();
      tell(measured(new Api(client), chosen), pressure);
    }
    return ExitCode.DONE.number();
  }

  private WaitingFor waitingFor() {
    return switch (waitingFor) {
      case "pool" -> WaitingFor.POOL;
      case "slots" -> WaitingFor.SLOTS;
      default -> throw USAGE.misused("--waiting-for is pool or slots");
    };
  }

  private Map<Other, Delay> measured(Api api, WaitingFor chosen) throws InterruptedException {
    var patience = Duration.ofSeconds(timeout);
    var beat = Duration.ofMillis(pace);
    try (var others = new Others(api)) {
      others.stream(Math.max(1, beats / WARM_UP_PART), beat, patience);
      var alone = others.stream(beats, beat, patience);
      try (var crowd = Crowd.gathered(api, new Crowd.Size(waiting, hanging), chosen)) {
        var crowded = others.stream(beats, beat, patience);
        if (!crowd.leave(patience))
          terminal.remark("runs of project bench-crowd have not ended yet");
        var delays = new EnumMap<Other, Delay>(Other.class);
        alone.forEach(
            (other, took) -> delays.put(other, Delay.of(took, crowded.getOrDefault(other, took))));
        return delays;
      }
    }
  }

  private void tell(Map<Other, Delay> delays, OptionalDouble pressure) {
    if (figures.asJson()) {
      var all = Json.object().put("shape", "fairness").put("waitingFor", waitingFor);
      delays.forEach((other, delay) -> {
        var figures = all.putObject(word(other));
        Figure.put(figures, "delayPercent", delay.percent());
        Figure.put(figures, "delayPercentP99", delay.percentOfSlowest());
        Figure.put(figures, "aloneMillis", delay.alone());
        Figure.put(figures, "crowdedMillis", delay.crowded());
      });
      Figure.put(all.putObject("pressure"), "before", pressure);
      terminal.line(all.toPrettyString());
      return;
    }
    var table =
        new Table(
            Column.of("TASK"),
            Column.ofNumbers("ALONE P50 MS"),
            Column.ofNumbers("CROWDED P50 MS"),
            Column.ofNumbers("DELAY %"),
            Column.ofNumbers("ALONE P99 MS"),
            Column.ofNumbers("CROWDED P99 MS"));
    delays.forEach((other, delay) ->
        table.row(
            word(other),
            number(delay.alone().p50()),
            number(delay.crowded().p50()),
            number(delay.percent()),
            number(delay.alone().p99()),
            number(delay.crowded().p99())));
    table.print(terminal);
    terminal.line("CPU pressure before: " + Pressure.inWords(pressure));
  }

  private static String word(Other other) {
    return other.name().toLowerCase(Locale.ROOT);
  }

  private static String number(double value) {
    return "%.1f".formatted(value);
  }
}
