package outturn.bench.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import outturn.bench.FiguresOption;
import outturn.bench.Latency;
import outturn.bench.MeasuredServer;
import outturn.bench.Usage;
import outturn.bench.host.Pressure;
import outturn.cli.client.Client;
import outturn.cli.client.Json;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn bench lists`: how fast runs are listed, filtered and paged.
@Command(
    name = "lists",
    description = {
      "Measure how fast a server lists, filters and pages runs.",
      "Each list is asked for many times in a row, with places, dates and names drawn at random.",
      "Needs the runs of: outturn bench history"
    },
    footer = {"  outturn bench lists", "  outturn bench lists --requests 20 --json"})
public final class ListsCommand implements Callable<Integer> {
  private static final int MOST_REQUESTS = 100_000;
  private static final int WARM_UP = 5;
  private static final long SEED = 1;
  private static final Usage USAGE = new Usage("bench lists");

  private final Terminal terminal;
  private final Environment environment;

  @Mixin private MeasuredServer server = new MeasuredServer();

  @Option(names = "--requests", paramLabel = "N", description = "of each list; 200")
  private int requests = 200;

  @Mixin private FiguresOption figures = new FiguresOption();

  public ListsCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    USAGE.range("--requests", requests, 1, MOST_REQUESTS);
    try (var client = server.connect(environment)) {
      var pressure = Pressure.now();
      var draws = Draws.of(client, environment.clock().instant(), SEED);
      var measured = new LinkedHashMap<Listing, Latency>();
      for (var listing : Listing.values()) measured.put(listing, latency(client, draws, listing));
      tell(measured, pressure);
    }
    return ExitCode.DONE.number();
  }

  private Latency latency(Client client, Draws draws, Listing listing) {
    var took = new ArrayList<Duration>();
    for (var i = -WARM_UP; i < requests; i++) {
      var request = listing.request(draws);
      var sent = System.nanoTime();
      client.send(request);
      if (i >= 0) took.add(Duration.ofNanos(System.nanoTime() - sent));
    }
    return Latency.of(took);
  }

  private void tell(Map<Listing, Latency> measured, OptionalDouble pressure) {
    if (figures.asJson()) {
      var all = Json.object();
      measured.forEach((listing, latency) ->
          all.putObject(listing.word())
              .put("p50", latency.p50())
              .put("p99", latency.p99())
              .put("max", latency.max()));
      terminal.line(all.toPrettyString());
      return;
    }
    var table =
        new Table(
            Column.of("LIST"),
            Column.ofNumbers("P50 MS"),
            Column.ofNumbers("P99 MS"),
            Column.ofNumbers("MAX MS"));
    measured.forEach((listing, latency) ->
        table.row(
            listing.word(), millis(latency.p50()), millis(latency.p99()), millis(latency.max())));
    table.print(terminal);
    pressure.ifPresent(
        before -> terminal.line("CPU pressure before: %s %% of 10 s".formatted(millis(before))));
  }

  private static String millis(double number) {
    return "%.1f".formatted(number);
  }
}
