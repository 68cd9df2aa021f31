package outturn.evidence.structural;

import java.util.List;
import outturn.evidence.its.model.Control;

/// What a series is made of besides noise: a level that walks at random, and more.
///
/// @param cycle periods of a season that may change slowly; 1 for none
/// @param regressors series with constant coefficients, as many values each as the measure
public record Structure(int cycle, List<Control> regressors) {
  public Structure {
    regressors = List.copyOf(regressors);
  }

  /// A level only.
  public static Structure level() {
    return new Structure(1, List.of());
  }

  /// Number of states: the level, and the season less one.
  int states() {
    return cycle;
  }
}
