package outturn.evidence.bsts;

import java.util.List;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Intervention;

/// What is to be analysed, decided before the data are looked at.
///
/// @param controls series that move the measure and that the intervention did not touch
/// @param levelDeviation what a step of the level is expected to be at most, in standard deviations
///   of the measure before: .01 for a level that hardly moves, .1 for one that may
/// @param season periods of a season that may change slowly, such as 12 for months; 1 for none
public record BstsModel(
    Intervention intervention,
    List<Control> controls,
    double levelDeviation,
    int season,
    Sampling sampling) {
  public BstsModel {
    controls = List.copyOf(controls);
  }

  /// A level that may move by .1, the safer choice: with .01 drifts are taken for effects.
  public static BstsModel of(Intervention intervention, Control... controls) {
    return new BstsModel(intervention, List.of(controls), .1, 1, Sampling.DEFAULT);
  }

  public BstsModel with(Sampling changed) {
    return new BstsModel(intervention, controls, levelDeviation, season, changed);
  }

  public BstsModel withLevelDeviation(double changed) {
    return new BstsModel(intervention, controls, changed, season, sampling);
  }

  public BstsModel withSeason(int changed) {
    return new BstsModel(intervention, controls, levelDeviation, changed, sampling);
  }
}
