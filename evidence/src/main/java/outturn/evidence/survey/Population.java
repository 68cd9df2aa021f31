package outturn.evidence.survey;

import java.util.Optional;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;

/// How many people could have been asked: of a small population an answer tells more.
///
/// The finite population correction treats the answers as a simple random sample. It says nothing
/// of those who did not answer, so the response rate is shown beside every interval.
///
/// @param size all who could have been asked
public record Population(int size) {
  private static final Population LARGE = new Population(Integer.MAX_VALUE);

  /// One so large, or of unknown size, that nothing is corrected.
  public static Population large() {
    return LARGE;
  }

  private boolean isLarge() {
    return size == Integer.MAX_VALUE;
  }

  /// The number of answers from a large population that tell as much: n (N - 1) / (N - n), infinite
  /// when all have answered.
  ///
  /// Cochran, *Sampling Techniques* (1977), 3.2: the variance of a proportion.
  double equivalent(int answers) {
    if (isLarge()) {
      return answers;
    }
    return answers == size ? Double.POSITIVE_INFINITY : answers * (size - 1.0) / (size - answers);
  }

  /// By how much a standard error shrinks: sqrt(1 - n/N). Cochran (1977), 2.6.
  double shrinkage(int answers) {
    return isLarge() ? 1 : Math.sqrt(1 - answers / (double) size);
  }

  /// The number of answers that tells as much as this many of a large population. Cochran (1977),
  /// 4.4.
  double sufficient(double large) {
    return isLarge() ? large : large / (1 + large / size);
  }

  Optional<Refusal> refusal(int answers) {
    if (answers <= size) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            Reason.OUT_OF_RANGE,
            "A population of %d cannot have given %d answers; correct the size of the population, or count each person once."
                .formatted(size, answers)));
  }
}
