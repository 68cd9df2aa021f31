package outturn.evidence.score;

import java.util.List;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;

/// How good chances were, across outcomes.
///
/// Brier, *Verification of Forecasts Expressed in Terms of Probability*, Monthly Weather Review 78
/// (1950), in the form for one event: the mean squared distance of a chance to what came, 1 or 0.
///
/// @param score 0 is perfect, 0.25 is what "one in two" always gets
/// @param skill 1 is perfect, 0 is as good as giving the share that was reached each time; `NaN` if
///   all came alike
/// @param count chances that were judged
public record Brier(double score, double skill, int count) {

  /// The score of chances whose results are known.
  public static Answer<Brier> of(List<Resolved> chances) {
    if (chances.isEmpty()) {
      return Answer.refused(
          Reason.TOO_FEW, "Expected chances with known results, found none; wait for the first.");
    }
    for (Resolved each : chances) {
      if (!(each.chance() >= 0 && each.chance() <= 1)) {
        return Answer.refused(
            Reason.OUT_OF_RANGE,
            "Expected chances between 0 and 1, found %s; 62 %% is 0.62.".formatted(each.chance()));
      }
    }
    double share = chances.stream().mapToDouble(Resolved::happened).average().orElseThrow();
    double score =
        chances.stream()
            .mapToDouble(each -> Math.pow(each.chance() - each.happened(), 2))
            .average()
            .orElseThrow();
    double always = share * (1 - share);
    double skill = always > 0 ? 1 - score / always : Double.NaN;
    return Answer.found(new Brier(score, skill, chances.size()));
  }
}
