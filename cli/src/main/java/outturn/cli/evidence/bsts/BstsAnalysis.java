package outturn.cli.evidence.bsts;

import java.util.Optional;
import outturn.cli.csv.Timeline;
import outturn.evidence.bsts.BstsResult;
import outturn.evidence.its.Placebo;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// What a structural time series said, with its periods.
///
/// @param used the periods of the file from the first before to the last after
/// @param values of the used periods
/// @param placebo where there are no controls
record BstsAnalysis(
    Timeline timeline, Window used, Series values, BstsResult result, Optional<Placebo> placebo) {

  /// A used period as it is written in the file.
  String label(int period) {
    return timeline.label(used.from() + period);
  }
}
