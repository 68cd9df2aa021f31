package outturn.cli.evidence.did;

import java.util.List;
import java.util.stream.IntStream;
import outturn.cli.csv.Timeline;
import outturn.evidence.did.Did;
import outturn.evidence.did.DidResult;
import outturn.evidence.did.GroupTime;
import outturn.evidence.did.Resampling;
import outturn.evidence.estimate.Answer;
import outturn.evidence.panel.Panel;

/// A difference in differences with its periods.
///
/// @param groupTimes where units start at different times; else none
record DidAnalysis(
    Timeline timeline,
    Panel panel,
    Resampling resampling,
    DidResult result,
    List<GroupTime> groupTimes) {
  DidAnalysis {
    groupTimes = List.copyOf(groupTimes);
  }

  /// Staggered where there are several starts.
  static Answer<DidAnalysis> of(Timeline timeline, Panel panel, Resampling resampling) {
    var staggered = panel.cohorts().length > 1;
    var answer = staggered ? Did.staggered(panel, resampling) : Did.analyse(panel, resampling);
    List<GroupTime> cells = staggered ? Did.groupTimes(panel) : List.of();
    return answer.then(
        result -> Answer.found(new DidAnalysis(timeline, panel, resampling, result, cells)));
  }

  /// The names of those that start in a period.
  List<String> starting(int start) {
    return IntStream.of(panel.treated())
        .filter(unit -> panel.start(unit) == start)
        .mapToObj(unit -> panel.units().get(unit))
        .toList();
  }
}
