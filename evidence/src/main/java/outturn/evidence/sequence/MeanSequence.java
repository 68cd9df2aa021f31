package outturn.evidence.sequence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.estimate.Warning;
import outturn.evidence.series.Series;

/// The mean of the values so far, with an interval that is safe to look at any time.
///
/// Waudby-Smith and others, *Time-uniform Central Limit Theory and Asymptotic Confidence
/// Sequences*, Annals of Statistics 52 (2024), 2613-2640. Assumes independent values from 20 on;
/// where neighbours resemble each other the effective number takes the place of n, which holds only
/// roughly. For an effect, give the values less what was expected without it.
public final class MeanSequence {
  private MeanSequence() {}

  /// @param values all values up to the day of the look, gaps left out
  public static Answer<Finding> of(Series values, Tuning tuning) {
    Optional<Refusal> refusal = tuning.refusal();
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    int count = values.count();
    if (count < Asymptotic.LEAST) {
      return Answer.refused(
          Reason.TOO_FEW,
          "A confidence sequence begins at %d values and there are %d; wait for more."
              .formatted(Asymptotic.LEAST, count));
    }
    double deviation = values.standardDeviation();
    if (!(deviation > 0)) {
      return Answer.refused(
          Reason.CONSTANT,
          "All %d values are %s, so their noise is not known; check whether they are measured."
              .formatted(count, values.mean()));
    }
    EffectiveSize effective = EffectiveSize.of(values);
    return Answer.found(
        new Finding(
            Asymptotic.estimate(values.mean(), deviation, effective.size(), tuning),
            grounds(effective)));
  }

  private static Grounds grounds(EffectiveSize effective) {
    String numbers =
        String.format(
            Locale.ROOT,
            "The correlation of neighbouring values is taken as %.2f: %d values count as %.0f.",
            effective.autocorrelation(),
            effective.count(),
            effective.size());
    State state = effective.isTold() ? State.DOUBTFUL : State.HOLDS;
    List<Warning> warnings =
        effective.size() >= Asymptotic.LEAST || !effective.isTold()
            ? List.of()
            : List.of(
                new Warning("few-effective-values", numbers + " The interval holds only roughly."));
    return new Grounds(
        "asymptotic-confidence-sequence",
        effective.count(),
        List.of(new Assumption("independent-values", state, numbers)),
        warnings,
        OptionalLong.empty());
  }
}
