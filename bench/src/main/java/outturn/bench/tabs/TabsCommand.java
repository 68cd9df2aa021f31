package outturn.bench.tabs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import outturn.bench.Figure;
import outturn.bench.FiguresOption;
import outturn.bench.MeasuredServer;
import outturn.bench.Usage;
import outturn.bench.host.Gauges;
import outturn.bench.host.Pressure;
import outturn.bench.load.Bench;
import outturn.bench.load.Deadline;
import outturn.bench.load.Load;
import outturn.bench.load.OpenTabs;
import outturn.bench.load.Shape;
import outturn.cli.client.Client;
import outturn.cli.client.Json;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `outturn bench tabs`: how much slower work gets when many look on.
@Command(
    name = "tabs",
    description = {
      "Run the load 'single' in turns with no page open and with many that show what happens now,",
      "and tell by how many per cent the rate fell. Each page listens for news and asks anew.",
      "The pages take their time from the same host, less than a browser would.",
      "Applies the project 'bench'."
    },
    footer = {"  outturn bench tabs", "  outturn bench tabs --tabs 10 --rounds 2 --json"})
public final class TabsCommand implements Callable<Integer> {
  private static final int MOST_TABS = 1_000;
  private static final int MOST_ROUNDS = 100;
  private static final double PERCENT = 100;
  private static final Usage USAGE = new Usage("bench tabs");

  private final Terminal terminal;
  private final Environment environment;

  @Mixin private MeasuredServer server = new MeasuredServer();

  @Option(names = "--tabs", paramLabel = "N", description = "how many pages are open; 50")
  private int tabs = 50;

  @Option(names = "--rounds", paramLabel = "N", description = "how often each is measured; 5")
  private int rounds = 5;

  @Option(names = "--runs", paramLabel = "N", description = "runs in a round; 20000")
  private int runs = 20_000;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "give up after so long; default 300")
  private int timeout = 300;

  @Mixin private FiguresOption figures = new FiguresOption();

  public TabsCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    USAGE.range("--tabs", tabs, 1, MOST_TABS);
    USAGE.range("--rounds", rounds, 1, MOST_ROUNDS);
    USAGE.range("--runs", runs, 1, Load.MOST_RUNS);
    USAGE.atLeast("--timeout", timeout, 1);
    try (var client = server.connect(environment)) {
      var gauges = Gauges.of(server.folder(environment), Optional.empty());
      var pressure = Pressure.now();
      tell(measured(client, gauges), pressure);
    }
    return ExitCode.DONE.number();
  }

  private record Turns(List<Round> alone, List<Round> watched) {
    double fallPercent() {
      return PERCENT
          * (1
              - Round.middle(watched, Round::runsPerSecond)
                  / Round.middle(alone, Round::runsPerSecond));
    }
  }

  private Turns measured(Client client, Gauges gauges) throws InterruptedException {
    var deadline = Deadline.in(Duration.ofSeconds(timeout), System::nanoTime);
    var bench = new Bench(client, deadline, Duration.ZERO);
    var load = new Load(Shape.SINGLE, runs, 1);
    var turns = new Turns(new ArrayList<>(), new ArrayList<>());
    for (var i = 0; i < rounds; i++) {
      turns.alone().add(round(bench, load, gauges, OpenTabs.open(client, 0, System::nanoTime)));
      turns
          .watched()
          .add(round(bench, load, gauges, OpenTabs.open(client, tabs, System::nanoTime)));
    }
    return turns;
  }

  private static Round round(Bench bench, Load load, Gauges gauges, OpenTabs open)
      throws InterruptedException {
    try (open) {
      bench.prepare(load);
      return Round.measured(bench, gauges, load, open);
    }
  }

  private void tell(Turns turns, OptionalDouble pressure) {
    if (figures.asJson()) {
      var all = Json.object().put("shape", "tabs").put("tabs", tabs).put("rounds", rounds);
      put(all.putObject("alone"), turns.alone());
      put(all.putObject("watched"), turns.watched());
      Figure.put(all, "fallPercent", turns.fallPercent());
      Figure.put(all.putObject("pressure"), "before", pressure);
      terminal.line(all.toPrettyString());
      return;
    }
    terminal.line("%d rounds of %d runs, the middle of each figure".formatted(rounds, runs));
    var table =
        new Table(
            Column.of("PAGES OPEN"),
            Column.ofNumbers("RUNS A SECOND"),
            Column.ofNumbers("CPU-MS A RUN"),
            Column.ofNumbers("ASKS A SECOND"),
            Column.ofNumbers("REFUSED %"),
            Column.ofNumbers("KB AN ANSWER"));
    row(table, 0, turns.alone());
    row(table, tabs, turns.watched());
    table.print(terminal);
    terminal.line("the rate fell by %.1f %%".formatted(turns.fallPercent()));
    terminal.line("CPU pressure before: " + Pressure.inWords(pressure));
  }

  private static void put(ObjectNode json, List<Round> rounds) {
    Figure.put(json, "runsPerSecond", Round.middle(rounds, Round::runsPerSecond));
    put(json, "cpuMillisPerRun", Round.middle(rounds, Round::cpuMillisPerRun));
    put(json, "asksPerSecond", Round.middle(rounds, Round::asksPerSecond));
    put(json, "refusedPercent", Round.middle(rounds, Round::refusedPercent));
    put(json, "kilobytesPerAsk", Round.middle(rounds, Round::kilobytesPerAsk));
  }

  private static void put(ObjectNode json, String name, double figure) {
    var known = Double.isFinite(figure) ? OptionalDouble.of(figure) : OptionalDouble.empty();
    Figure.put(json, name, known);
  }

  private static void row(Table table, int open, List<Round> rounds) {
    table.row(
        Integer.toString(open),
        Figures.brief(Round.middle(rounds, Round::runsPerSecond)),
        Figures.brief(Round.middle(rounds, Round::cpuMillisPerRun)),
        Figures.brief(Round.middle(rounds, Round::asksPerSecond)),
        Figures.brief(Round.middle(rounds, Round::refusedPercent)),
        Figures.brief(Round.middle(rounds, Round::kilobytesPerAsk)));
  }
}
