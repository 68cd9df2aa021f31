package outturn.evidence.sdid;

import java.util.List;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.series.Series;
import outturn.evidence.synthetic.Weight;

/// What a synthetic difference in differences found, in the unit of the measure.
///
/// @param effect average effect on the treated after the start
/// @param weights of all controls that have one, the largest first
/// @param periods weights of all periods before that have one, in order
/// @param synthetic the weighted controls, moved to the treated by the weighted gap before
public record SdidResult(
    Estimate effect,
    List<Weight> weights,
    List<PeriodWeight> periods,
    Series synthetic,
    List<SdidPlacebo> placebos,
    List<FakeStart> fakeStarts,
    Grounds grounds) {
  public SdidResult {
    weights = List.copyOf(weights);
    periods = List.copyOf(periods);
    placebos = List.copyOf(placebos);
    fakeStarts = List.copyOf(fakeStarts);
  }
}
