package outturn.bench.core;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import outturn.bench.Figure;
import outturn.bench.FiguresOption;
import outturn.bench.Usage;
import outturn.bench.core.CoreLoop.Round;
import outturn.bench.core.CoreLoop.Runs;
import outturn.bench.host.Pressure;
import outturn.bench.load.BenchProject;
import outturn.cli.client.Json;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.definition.project.ProjectReader;
import outturn.definition.workflow.Workflow;
import outturn.engine.run.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn bench core`: how fast the core decides; needs no server.
@Command(
    name = "core",
    description = {
      "Tell how fast the core decides on runs, in this process and without a server:",
      "no rows, no workers, no requests. The median of several rounds after a warm-up."
    },
    footer = {"  outturn bench core", "  outturn bench core --rounds 30 --json"})
public final class CoreCommand implements Callable<Integer> {
  private static final int CHAIN = 10;
  private static final int MOST_ROUNDS = 1_000;
  private static final int MOST_TASK_RUNS = 10_000;
  private static final Usage USAGE = new Usage("bench core");

  private final Terminal terminal;

  @Option(names = "--rounds", paramLabel = "N", description = "so many are measured; 11")
  private int rounds = 11;

  @Option(names = "--warm-up", paramLabel = "N", description = "so many before; 10")
  private int warmUp = 10;

  @Option(names = "--task-runs", paramLabel = "N", description = "about so many in a round; 10000")
  private int taskRuns = 10_000;

  @Mixin private FiguresOption figures = new FiguresOption();

  public CoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    USAGE.range("--rounds", rounds, 1, MOST_ROUNDS);
    USAGE.range("--warm-up", warmUp, 0, MOST_ROUNDS);
    USAGE.range("--task-runs", taskRuns, CHAIN, MOST_TASK_RUNS);
    var pressure = Pressure.now();
    var loop = new CoreLoop(version(), System::nanoTime);
    var measured = new LinkedHashMap<String, Round>();
    shapes().forEach((shape, runs) -> measured.put(shape, loop.median(runs, warmUp, rounds)));
    tell(measured);
    if (!figures.asJson()) terminal.line("CPU pressure before: " + Pressure.inWords(pressure));
    return ExitCode.DONE.number();
  }

  private static Version version() {
    var project = ProjectReader.read(BenchProject.files(CHAIN)).project().orElseThrow();
    var workflows = new HashMap<String, Workflow>();
    project.workflows().all().forEach(workflow -> workflows.put(workflow.name(), workflow));
    return new Version(1, BenchProject.NAME, 1, workflows);
  }

  private Map<String, Runs> shapes() {
    var items = LongStream.range(0, taskRuns).boxed().toList();
    var shapes = new LinkedHashMap<String, Runs>();
    shapes.put("single", new Runs(BenchProject.SINGLE, taskRuns, Map.of()));
    shapes.put("chain", new Runs(BenchProject.CHAIN, taskRuns / CHAIN, Map.of()));
    shapes.put("fan", new Runs(BenchProject.FAN, 1, Map.of(BenchProject.ITEMS, items)));
    return shapes;
  }

  private void tell(Map<String, Round> measured) {
    if (figures.asJson()) {
      var all = Json.object();
      measured.forEach((shape, round) -> {
        var figures = all.putObject(shape).put("events", round.events());
        Figure.put(figures, "eventsPerSecond", round.eventsPerSecond());
        Figure.put(figures, "cpuNanosPerEvent", round.cpuNanosPerEvent());
      });
      terminal.line(all.toPrettyString());
      return;
    }
    var table =
        new Table(
            Column.of("SHAPE"),
            Column.ofNumbers("EVENTS"),
            Column.ofNumbers("EVENTS/S"),
            Column.ofNumbers("CPU NS/EVENT"));
    measured.forEach((shape, round) ->
        table.row(
            shape,
            Integer.toString(round.events()),
            "%.0f".formatted(round.eventsPerSecond()),
            "%.0f".formatted(round.cpuNanosPerEvent())));
    table.print(terminal);
  }
}
