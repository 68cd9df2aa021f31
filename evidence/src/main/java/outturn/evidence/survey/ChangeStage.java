package outturn.evidence.survey;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// What people need one after the other before they work in a new way.
///
/// After Hiatt, *ADKAR* (2006); items are worded in one's own words.
public enum ChangeStage {
  KNOWS_WHY,
  WANTS_TO,
  KNOWS_HOW,
  CAN,
  KEEPS_TO_IT;

  /// At 3 of 1..5 and below a stage holds people up.
  private static final double HELD_UP = 3;

  /// The first stage that holds people up: later ones are not worked on before it is passed.
  ///
  /// @param means mean answers of 1..5; a stage that was not asked for holds nobody up
  public static Optional<ChangeStage> barrier(Map<ChangeStage, Double> means) {
    return Arrays.stream(values())
        .filter(stage -> means.getOrDefault(stage, Double.MAX_VALUE) <= HELD_UP)
        .findFirst();
  }
}
