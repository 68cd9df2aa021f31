package outturn.evidence.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.estimate.Warning;
import outturn.evidence.series.Series;

/// A weighted estimate beside the unweighted one: a reader sees what the weights have changed.
public record Weighted(Finding unweighted, Finding weighted) {

  /// The share of counted answers, 0..1, by Wilson with the effective number of answers in place of
  /// n, as for the exact interval in Korn, Graubard, *Confidence Intervals for Proportions with
  /// Small Expected Number of Positive Counts Estimated from Survey Data*, Survey Methodology 24
  /// (1998), 193-201.
  ///
  /// @param counted one per respondent: 1 where the answer is counted, 0 where it is not
  public static Answer<Weighted> share(Series counted, Weights weights, double level) {
    Optional<Refusal> refusal = refusal(counted, weights).or(() -> notZeroOrOne(counted));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    int ones = (int) counted.valid().sum();
    double share = Math.clamp(weightedMean(counted, weights), 0.0, 1.0);
    return Wilson.of(ones, counted.size(), Population.large(), level)
        .then(unweighted ->
            Wilson.weighted(share, weights.effectiveSize(), level)
                .then(estimate ->
                    Answer.found(new Weighted(unweighted, finding("wilson", estimate, weights)))));
  }

  /// The mean of scores, in their unit, by Student's t.
  ///
  /// The standard error of a poststratified mean is that of the deviations from the means of the
  /// cells: Särndal, Swensson, Wretman, *Model Assisted Survey Sampling* (1992), 7.6, as in R's
  /// `survey`. For raked or trimmed weights the effective number of answers takes the place of n.
  public static Answer<Weighted> mean(Series scores, Weights weights, double level) {
    Optional<Refusal> refusal = refusal(scores, weights);
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    return MeanScore.of(scores, Population.large(), level)
        .then(unweighted -> {
          double mean = weightedMean(scores, weights);
          double error = error(scores, weights, mean);
          double reach = Inputs.student(level, Math.max(1, weights.effectiveSize() - 1)) * error;
          Interval interval = new Interval(mean - reach, mean + reach, level);
          Estimate estimate = new Estimate(mean, error, interval, OptionalDouble.empty());
          return Answer.found(
              new Weighted(unweighted, finding("mean-student-t", estimate, weights)));
        });
  }

  private static double error(Series scores, Weights weights, double mean) {
    int n = scores.size();
    double sum = weights.sum();
    Optional<List<String>> cells = weights.exactCells();
    if (cells.isPresent()) {
      return poststratifiedError(scores, weights, cells.get());
    }
    double squares =
        IntStream.range(0, n)
            .mapToDouble(i -> weights.value(i) * Math.pow(scores.value(i) - mean, 2))
            .sum();
    return Math.sqrt(squares / sum / Math.max(1, weights.effectiveSize() - 1));
  }

  private static double poststratifiedError(Series scores, Weights weights, List<String> cells) {
    int n = scores.size();
    double[] deviations =
        IntStream.range(0, n)
            .mapToDouble(i ->
                weights.value(i)
                    / weights.sum()
                    * (scores.value(i) - cellMean(scores, cells, cells.get(i))))
            .toArray();
    double squares = Arrays.stream(deviations).map(deviation -> deviation * deviation).sum();
    double unseen = Math.max(0, 1 - n / weights.sum());
    return Math.sqrt(unseen * n / (n - 1.0) * squares);
  }

  private static double cellMean(Series scores, List<String> cells, String cell) {
    return IntStream.range(0, scores.size())
        .filter(i -> cells.get(i).equals(cell))
        .mapToDouble(scores::value)
        .average()
        .orElseThrow();
  }

  private static double weightedMean(Series values, Weights weights) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += weights.value(i) * values.value(i);
    }
    return sum / weights.sum();
  }

  private static Finding finding(String method, Estimate estimate, Weights weights) {
    Assumption missing =
        new Assumption(
            "answers-missing-at-random",
            Assumption.State.NOT_TESTABLE,
            "Within each group those who did not answer are taken to be like those who did.");
    List<Warning> warnings =
        weights.trimmed() == 0
            ? List.of()
            : List.of(
                new Warning(
                    "trimmed-weights",
                    String.format(
                        Locale.ROOT,
                        "%d of %d weights were cut to 0.3 or 3 times their mean, so the totals of the population are met only roughly.",
                        weights.trimmed(),
                        weights.size())));
    Grounds grounds =
        new Grounds(
            method + "-" + weights.method(),
            weights.size(),
            List.of(missing),
            warnings,
            OptionalLong.empty());
    return new Finding(estimate, grounds);
  }

  private static Optional<Refusal> refusal(Series values, Weights weights) {
    if (values.size() != weights.size()) {
      return Inputs.refuse(
          Reason.OUT_OF_RANGE,
          "There are %d answers and %d weights; give one of each per respondent."
              .formatted(values.size(), weights.size()));
    }
    return values.count() == values.size()
        ? Optional.empty()
        : Inputs.refuse(
            Reason.NOT_A_NUMBER,
            "%d of %d respondents have no value; leave them out before the weights are made."
                .formatted(values.size() - values.count(), values.size()));
  }

  private static Optional<Refusal> notZeroOrOne(Series counted) {
    return counted.valid().allMatch(value -> value == 0 || value == 1)
        ? Optional.empty()
        : Inputs.refuse(
            Reason.OUT_OF_RANGE,
            "A share counts each answer as 0 or 1, and there are other values; say which answers count.");
  }
}
