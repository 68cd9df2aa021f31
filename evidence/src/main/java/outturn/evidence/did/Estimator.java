package outturn.evidence.did;

import java.util.List;
import outturn.evidence.estimate.Warning;

/// A way to take differences of differences, for any assignment of the treatment.
sealed interface Estimator permits CommonStart, GroupTimes {
  /// Place of the average effect in the figures.
  int EFFECT = 0;

  /// Place of the distance from parallel paths before the start.
  int PRE_TREND = 1;

  /// Place of the first point of the event study.
  int EVENTS = 2;

  /// All figures; `NaN` where an event time has no controls.
  double[] figures(Assignment assignment);

  /// Periods since the start of the first point of the event study.
  int firstEvent();

  /// What it leaves out.
  List<Warning> warnings();

  /// As in JSON.
  String word();
}
