package outturn.evidence.survey;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Refusal;

/// The difference of two shares, in -1..1, with the hybrid score interval.
///
/// Newcombe, *Interval Estimation for the Difference between Independent Proportions: Comparison of
/// Eleven Methods*, Statistics in Medicine 17 (1998), 873-890, method 10. Assumes two independent
/// simple random samples: not the same people asked twice.
public final class Newcombe {
  private Newcombe() {}

  /// A wave of answers, or a group of people.
  public record Group(int counted, int answers) {}

  /// The share of the first less that of the second.
  public static Answer<Finding> difference(Group first, Group second, double level) {
    Optional<Refusal> refusal =
        Inputs.share(first.counted(), first.answers())
            .or(() -> Inputs.share(second.counted(), second.answers()))
            .or(() -> Inputs.level(level));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    int answers = first.answers() + second.answers();
    Grounds grounds =
        new Grounds("newcombe-hybrid-score", answers, List.of(), List.of(), OptionalLong.empty());
    return Answer.found(new Finding(estimate(first, second, level), grounds));
  }

  private static Estimate estimate(Group first, Group second, double level) {
    double p1 = share(first);
    double p2 = share(second);
    Interval one = Wilson.interval(p1, first.answers(), level);
    Interval two = Wilson.interval(p2, second.answers(), level);
    double lower = p1 - p2 - Math.hypot(p1 - one.lower(), two.upper() - p2);
    double upper = p1 - p2 + Math.hypot(one.upper() - p1, p2 - two.lower());
    double error = Math.sqrt(p1 * (1 - p1) / first.answers() + p2 * (1 - p2) / second.answers());
    return new Estimate(p1 - p2, error, new Interval(lower, upper, level), OptionalDouble.empty());
  }

  private static double share(Group group) {
    return group.counted() / (double) group.answers();
  }
}
