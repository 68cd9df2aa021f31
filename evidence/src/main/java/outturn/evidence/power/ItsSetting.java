package outturn.evidence.power;

import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Harmonics;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Shape;

/// An interrupted time series that is planned.
///
/// @param before number of values before the intervention
/// @param after number of values after it
public record ItsSetting(int before, int after, Shape shape, Harmonics harmonics, Errors errors) {
  /// Trend and step, no season, REML with bootstrap.
  public static ItsSetting of(int before, int after) {
    return new ItsSetting(before, after, Shape.TREND_AND_STEP, Harmonics.NONE, Errors.standard());
  }

  public ItsSetting with(Shape changed) {
    return new ItsSetting(before, after, changed, harmonics, errors);
  }

  public ItsSetting with(Harmonics changed) {
    return new ItsSetting(before, after, shape, changed, errors);
  }

  public ItsSetting with(Errors changed) {
    return new ItsSetting(before, after, shape, harmonics, changed);
  }

  ItsModel model() {
    return ItsModel.of(Intervention.at(before)).with(shape).with(harmonics).with(errors);
  }
}
