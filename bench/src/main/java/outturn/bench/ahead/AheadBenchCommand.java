package outturn.bench.ahead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.Callable;
import outturn.bench.Figure;
import outturn.bench.FiguresOption;
import outturn.bench.Usage;
import outturn.bench.host.Pressure;
import outturn.cli.client.Json;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn bench ahead`: how long it takes to work out the starts to come; needs no server.
@Command(
    name = "ahead",
    description = {
      "Tell how long it takes to work out what schedules will start, in this process and",
      "without a server: a third daily, a third on working days, a third monthly and moved.",
      "The first round, with a cold Java machine, and the median of the others."
    },
    footer = {"  outturn bench ahead", "  outturn bench ahead --workflows 5000 --days 30 --json"})
public final class AheadBenchCommand implements Callable<Integer> {
  private static final int MOST_WORKFLOWS = 100_000;
  private static final int MOST_DAYS = 1_100;
  private static final int MOST_ROUNDS = 100;
  private static final double MILLION = 1e6;
  private static final Usage USAGE = new Usage("bench ahead");

  private final Terminal terminal;

  @Option(names = "--workflows", paramLabel = "N", description = "with a schedule each; 1000")
  private int workflows = 1000;

  @Option(names = "--days", paramLabel = "N", description = "so many ahead; 365")
  private int days = 365;

  @Option(names = "--rounds", paramLabel = "N", description = "so many after the first; 5")
  private int rounds = 5;

  @Mixin private FiguresOption figures = new FiguresOption();

  public AheadBenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    USAGE.range("--workflows", workflows, 1, MOST_WORKFLOWS);
    USAGE.range("--days", days, 1, MOST_DAYS);
    USAGE.range("--rounds", rounds, 1, MOST_ROUNDS);
    var pressure = Pressure.now();
    var year = new YearAhead(workflows, days, System::nanoTime);
    var first = year.once();
    var all = new ArrayList<YearAhead.Round>();
    for (var round = 0; round < rounds; round++) all.add(year.once());
    all.sort(Comparator.comparingLong(YearAhead.Round::cpu));
    var median = all.get(rounds / 2);
    if (figures.asJson()) {
      var json = Json.object().put("lines", first.lines());
      Figure.put(json, "firstMillis", first.took() / MILLION);
      Figure.put(json, "firstCpuMillis", first.cpu() / MILLION);
      Figure.put(json, "millis", median.took() / MILLION);
      Figure.put(json, "cpuMillis", median.cpu() / MILLION);
      Figure.put(json, "pressure", pressure);
      terminal.line(json.toPrettyString());
    } else {
      terminal.line("%d due times of %d workflows".formatted(first.lines(), workflows));
      terminal.line("first round: " + told(first));
      terminal.line("median of %d more: %s".formatted(rounds, told(median)));
      terminal.line("CPU pressure before: " + Pressure.inWords(pressure));
    }
    return ExitCode.DONE.number();
  }

  private static String told(YearAhead.Round round) {
    return "%.0f ms, %.0f ms of CPU".formatted(round.took() / MILLION, round.cpu() / MILLION);
  }
}
