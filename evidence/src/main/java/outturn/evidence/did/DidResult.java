package outturn.evidence.did;

import java.util.List;
import java.util.OptionalDouble;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;

/// What a difference in differences found, in the unit of the measure.
///
/// @param effect average effect on the treated over all periods after the start
/// @param events the path of the difference, for a chart
/// @param preTrend probability of paths before the start that are as far from parallel, where they
///   are parallel; empty with fewer than two periods before that have controls
public record DidResult(
    Estimate effect, List<EventPoint> events, OptionalDouble preTrend, Grounds grounds) {
  public DidResult {
    events = List.copyOf(events);
  }
}
