package outturn.cli.evidence;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import outturn.cli.csv.Timeline;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Warning;
import outturn.evidence.xmr.FalseAlarms;
import outturn.evidence.xmr.Rule;
import outturn.evidence.xmr.RuleSet;
import outturn.evidence.xmr.XmrChart;
import outturn.evidence.xmr.XmrPoint;

/// A control chart with its periods, and what is said beside it.
record XmrResult(
    Timeline timeline, XmrChart chart, XmrSettings.Better better, @Nullable Double target) {

  Grounds grounds() {
    var warnings =
        chart.warnings().stream()
            .map(each -> new Warning(ReportJson.word(each.kind()), text(each)))
            .toList();
    return new Grounds("xmr", chart.series().count(), List.of(), warnings, OptionalLong.empty());
  }

  /// Of several phases the text says which.
  private String text(outturn.evidence.xmr.Warning warning) {
    var phase = chart.phases().size() == 1 ? "" : "Phase %d: ".formatted(warning.phase() + 1);
    return switch (warning.kind()) {
      case NO_LIMITS, FEW_POINTS, CONSTANT -> phase + warning.text();
      case AUTOCORRELATED ->
          "%s%s Of 100 charts of 24 values with correlation 0.5 that show nothing but chance, %.0f have a flag."
              .formatted(phase, warning.text(), 100 * FalseAlarms.AUTOCORRELATED_24.any());
    };
  }

  /// How often independent noise with as many values as the point's phase shows the rule somewhere,
  /// 0..1; simulated for the NHS rules on limits from mean moving ranges, and for nothing else.
  OptionalDouble falseAlarmRate(XmrPoint point, Rule rule) {
    if (!isSimulated()) return OptionalDouble.empty();
    var window = chart.phases().get(point.phase()).window();
    var rates = FalseAlarms.independent(chart.series().slice(window).count());
    return OptionalDouble.of(
        switch (rule) {
          case OUTSIDE -> rates.outside();
          case TREND -> rates.trend();
          case TWO_OF_THREE -> rates.twoOfThree();
          case SHIFT -> rates.shift();
        });
  }

  /// The same for any rule anywhere on the chart.
  OptionalDouble falseAlarmShare() {
    return isSimulated() ? OptionalDouble.of(chart.falseAlarmShare()) : OptionalDouble.empty();
  }

  private boolean isSimulated() {
    return chart.options().rules() == RuleSet.NHS
        && switch (chart.options().limits()) {
          case NHS, WHEELER, EXACT -> true;
          case MEDIAN, STANDARD_DEVIATION -> false;
        };
  }
}
