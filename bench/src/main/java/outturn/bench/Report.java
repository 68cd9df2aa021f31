package outturn.bench;

import java.util.OptionalDouble;
import outturn.bench.Measurement.CpuMillis;
import outturn.bench.Measurement.InCommits;
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
    var facts = new Facts();
    facts
        .add("time", "%s s".formatted(Figures.brief(measured.seconds())))
        .add("runs", "%s a second".formatted(rate(measured.runsPerSecond())))
        .add("tasks finished", "%s a second".formatted(rate(measured.transitionsPerSecond())))
        .add(
            "latency of a run",
            "p50 %s ms, p99 %s ms, max %s ms"
                .formatted(rate(latency.p50()), rate(latency.p99()), rate(latency.max())))
        .add("CPU", measured.cpuMillisPerRun().map(Report::cpu).orElse(NOT_KNOWN))
        .add("database", known(costs.databaseBytesPerTaskRun(), "bytes a task run"))
        .add("CPU pressure before", known(measured.pressure().before(), "% of 10 s"))
        .add("CPU pressure after", known(measured.pressure().after(), "% of 10 s"))
        .add("a single commit", known(measured.yardsticks().commitMillis(), "ms"))
        .add("in that time", measured.inCommits().map(Report::commits).orElse(NOT_KNOWN));
    if (measured.percentOfPlain().isPresent()) {
      facts.add("plain processes", known(measured.yardsticks().processesPerSecond(), "a second"));
      facts.add("share of these", known(measured.percentOfPlain(), "%"));
    }
    facts.print(terminal);
  }

  private static String title(Load load) {
    var shape = load.shape();
    var each = shape == Shape.FAN ? load.tasks() + 1 : load.tasks();
    var from = load.pool().map(pool -> ", from a pool by " + pool.word()).orElse("");
    return "%s: %s of %s%s"
        .formatted(
            shape.word(), Figures.count(load.runs(), "run"), Figures.count(each, "task"), from);
  }

  private static String cpu(CpuMillis millis) {
    return "%s ms a run: server %s, PostgreSQL %s"
        .formatted(rate(millis.total()), rate(millis.server()), rate(millis.postgresql()));
  }

  private static String commits(InCommits each) {
    return "%s runs, %s tasks; a run took %s commits (p50), %s (p99)"
        .formatted(
            rate(each.runs()),
            rate(each.transitions()),
            rate(each.latencyP50()),
            rate(each.latencyP99()));
  }

  private static String known(OptionalDouble value, String unit) {
    return value.isEmpty() ? NOT_KNOWN : "%s %s".formatted(rate(value.getAsDouble()), unit);
  }

  /// Whole numbers from 100 on: more digits would say more than was measured.
  private static String rate(double number) {
    return Math.abs(number) >= 100 ? Long.toString(Math.round(number)) : Figures.brief(number);
  }
}
