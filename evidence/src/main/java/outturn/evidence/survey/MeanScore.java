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
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.estimate.Warning;
import outturn.evidence.series.Series;

/// The mean of scores or ratings, in their unit, with the interval of Student.
///
/// Student, *The Probable Error of a Mean*, Biometrika 6 (1908), 1-25; finite population by
/// Cochran, *Sampling Techniques* (1977), 2.6. Assumes a simple random sample; for few answers also
/// that they are roughly normal.
public final class MeanScore {
  private MeanScore() {}

  /// @param scores one per respondent; gaps ("not applicable") are left out
  public static Answer<Finding> of(Series scores, Population population, double level) {
    int n = scores.count();
    Optional<Refusal> refusal = population.refusal(n).or(() -> Inputs.level(level));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    if (n < 2) {
      return Answer.refused(
          Reason.TOO_FEW,
          "The interval of a mean needs at least 2 answers and there are %d; wait for answers."
              .formatted(n));
    }
    double mean = scores.mean();
    double error = scores.standardDeviation() / Math.sqrt(n) * population.shrinkage(n);
    double reach = Inputs.student(level, n - 1) * error;
    Estimate estimate =
        new Estimate(
            mean, error, new Interval(mean - reach, mean + reach, level), OptionalDouble.empty());
    Grounds grounds =
        new Grounds("mean-student-t", n, List.of(), warnings(error), OptionalLong.empty());
    return Answer.found(new Finding(estimate, grounds));
  }

  private static List<Warning> warnings(double error) {
    return error > 0
        ? List.of()
        : List.of(
            new Warning(
                "constant",
                "All answers are the same, or all were asked, so the interval has no width; that does not make the mean certain."));
  }

  /// The same for scores that lie in 0..100: the interval ends there too.
  static Answer<Finding> ofHundred(Series scores, Population population, double level) {
    return of(scores, population, level)
        .then(finding -> {
          Estimate found = finding.estimate();
          Interval whole = found.interval();
          Interval clipped =
              new Interval(
                  Math.clamp(whole.lower(), 0, 100), Math.clamp(whole.upper(), 0, 100), level);
          Estimate estimate =
              new Estimate(found.value(), found.standardError(), clipped, found.p());
          return Answer.found(new Finding(estimate, finding.grounds()));
        });
  }
}
