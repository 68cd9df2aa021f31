package outturn.evidence.xmr;

import java.util.List;
import outturn.evidence.series.Series;

/// A finished control chart: limits per phase, a reading per period, and what to be careful about.
///
/// @param phases in order, together covering all periods; empty for an empty series
public record XmrChart(
    Series series,
    XmrOptions options,
    List<XmrPhase> phases,
    List<XmrPoint> points,
    List<Warning> warnings) {
  public XmrChart {
    phases = List.copyOf(phases);
    points = List.copyOf(points);
    warnings = List.copyOf(warnings);
  }

  /// Whether the process as it is now, by the limits of the last phase, meets a target.
  public Assurance assurance(double target) {
    if (phases.isEmpty()) {
      return Assurance.UNKNOWN;
    }
    return phases
        .getLast()
        .limits()
        .map(limits -> Assurance.of(limits, target, options.direction()))
        .orElse(Assurance.UNKNOWN);
  }

  /// The chance, 0..1, that pure independent noise with these phases shows at least one signal of
  /// the NHS rules: shown beside the signals.
  ///
  /// Phases count as charts of their own. Where a warning says [Warning.Kind#AUTOCORRELATED] the
  /// true share is far higher, see [FalseAlarms#AUTOCORRELATED_24].
  public double falseAlarmShare() {
    double silent = 1;
    for (XmrPhase phase : phases) {
      int count = series.slice(phase.window()).count();
      silent *= 1 - FalseAlarms.independent(count).any();
    }
    return 1 - silent;
  }
}
