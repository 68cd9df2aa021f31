package outturn.cli.evidence.attainment;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import outturn.charts.control.Caption;
import outturn.charts.fan.Band;
import outturn.charts.fan.FanChart;
import outturn.charts.fan.Wanted;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.evidence.quantity.Spread;
import outturn.evidence.series.Series;

/// A plan as a chart: what was observed of it, a fan of what may come, and the target.
final class ProspectChart {
  /// From P10 to P90.
  private static final double LEVEL = .8;

  private ProspectChart() {}

  static Drawing of(Prospect prospect) {
    var path = prospect.now().path();
    var past = path.subList(0, prospect.passed());
    var ahead = path.subList(prospect.passed(), path.size());
    var target = prospect.plan().target();
    return new FanChart(
            new Caption(
                "What the plan may come to",
                "Simulated plans; the target is due in period %d.".formatted(target.due())),
            "one value each period",
            periods(path.size()),
            series(past, Spread::p50),
            series(ahead, Spread::p50),
            List.of(new Band(LEVEL, series(ahead, Spread::p10), series(ahead, Spread::p90))),
            Wanted.NOTHING)
        .withTarget(target.value())
        .draw(Size.WIDE);
  }

  /// Periods have numbers and no dates; the axis shows the number of a year as it is.
  private static List<LocalDate> periods(int count) {
    return IntStream.range(0, count).mapToObj(each -> LocalDate.of(each, 1, 1)).toList();
  }

  private static Series series(List<Spread> path, ToDoubleFunction<Spread> of) {
    return Series.of(path.stream().mapToDouble(of).toArray());
  }
}
