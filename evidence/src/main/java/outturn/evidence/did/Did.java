package outturn.evidence.did;

import java.util.List;
import java.util.Optional;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.panel.Panel;

/// Says what a treatment changed by the differences of differences between treated units and
/// others.
///
/// Assumes that without the treatment both would have moved in parallel, that controls were not
/// touched, and that units are independent of each other. p is of the sharp hypothesis of no effect
/// on any unit, by permutation of the treatment across units: Fisher, *The Design of Experiments*
/// (1935), 21. Its Monte Carlo error is at most half over the root of the draws. Standard errors:
/// bootstrap of whole units, Bertrand, Duflo, Mullainathan, *How much should we trust
/// differences-in-differences estimates?*, Quarterly Journal of Economics 119 (2004), 249-275,
/// section V.B; where a group is a single unit, the same treatment dealt to others.
public final class Did {
  private static final int LEAST_DRAWS = 99;
  private static final int MOST_DRAWS = 100_000;
  private static final int LEAST_UNITS = 3;

  private Did() {}

  /// Treated units that all start together: mean after less mean before, of treated less never
  /// treated.
  public static Answer<DidResult> analyse(Panel panel, Resampling resampling) {
    if (panel.cohorts().length > 1) {
      return Answer.refused(
          Reason.IRREGULAR_PERIODS,
          "Expected treated units that start together, found %d different starts; analyse them as"
                  .formatted(panel.cohorts().length)
              + " staggered.");
    }
    return result(panel, resampling, new CommonStart(panel));
  }

  /// Units that start at different times: effects by start and period, against units that are not
  /// yet treated. See [GroupTime].
  public static Answer<DidResult> staggered(Panel panel, Resampling resampling) {
    return result(panel, resampling, new GroupTimes(panel));
  }

  /// The effects of which [#staggered] is made, before the start too, where controls are left.
  public static List<GroupTime> groupTimes(Panel panel) {
    return new GroupTimes(panel).cells(Assignment.of(panel));
  }

  private static Answer<DidResult> result(Panel panel, Resampling resampling, Estimator estimator) {
    Optional<Refusal> refusal = settings(panel, resampling);
    return refusal.isPresent()
        ? new Answer.Refused<>(refusal.get())
        : new DidReader(panel, estimator, resampling).result();
  }

  private static Optional<Refusal> settings(Panel panel, Resampling resampling) {
    if (resampling.draws() < LEAST_DRAWS || resampling.draws() > MOST_DRAWS) {
      return Optional.of(
          new Refusal(
              Reason.OUT_OF_RANGE,
              "Expected %d to %d draws, found %d; 999 will do."
                  .formatted(LEAST_DRAWS, MOST_DRAWS, resampling.draws())));
    }
    if (!(resampling.level() > 0 && resampling.level() < 1)) {
      return Optional.of(
          new Refusal(
              Reason.OUT_OF_RANGE,
              "Expected a level between 0 and 1, found %s; 0.95 is usual."
                  .formatted(resampling.level())));
    }
    return panel.units().size() < LEAST_UNITS
        ? Optional.of(
            new Refusal(
                Reason.TOO_FEW,
                "Expected at least %d units to judge chance by, found %d; add controls."
                    .formatted(LEAST_UNITS, panel.units().size())))
        : Optional.empty();
  }
}
