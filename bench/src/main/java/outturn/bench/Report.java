package outturn.bench;

import java.util.OptionalDouble;
import outturn.bench.load.Load;
import outturn.bench.load.Shape;
import outturn.cli.terminal.Facts;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Terminal;

/// A measurement for people.
final class Report {
  private static final String NOT_KNOWN = "not known";

  private final Terminal terminal;

  Report(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Measurement measured) {
    var latency = measured.latency();
    var costs = measured.costs();
    terminal.line(title(measured.load()));
    new Facts()
        .add("time", "%s s".formatted(Figures.brief(measured.seconds())))
        .add("runs", "%s a second".formatted(rate(measured.runsPerSecond())))
        .add("tasks finished", "%s a second".formatted(rate(measured.transitionsPerSecond())))
        .add(
            "latency of a run",
            "p50 %s ms, p99 %s ms, max %s ms"
                .formatted(rate(latency.p50()), rate(latency.p99()), rate(latency.max())))
        .add("CPU", known(costs.cpuMillisPerRun(), "ms a run, server and PostgreSQL together"))
        .add("database", known(costs.databaseBytesPerTaskRun(), "bytes a task run"))
        .add("CPU pressure before", known(measured.pressure().before(), "% of 10 s"))
        .add("CPU pressure after", known(measured.pressure().after(), "% of 10 s"))
        .print(terminal);
  }

  private static String title(Load load) {
    var shape = load.shape();
    var each = shape == Shape.FAN ? load.tasks() + 1 : load.tasks();
    return "%s: %s of %s"
        .formatted(shape.word(), Figures.count(load.runs(), "run"), Figures.count(each, "task"));
  }

  private static String known(OptionalDouble value, String unit) {
    return value.isEmpty() ? NOT_KNOWN : "%s %s".formatted(rate(value.getAsDouble()), unit);
  }

  /// Whole numbers from 100 on: more digits would say more than was measured.
  private static String rate(double number) {
    return Math.abs(number) >= 100 ? Long.toString(Math.round(number)) : Figures.brief(number);
  }
}
