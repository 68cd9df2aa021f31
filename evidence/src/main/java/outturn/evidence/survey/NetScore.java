package outturn.evidence.survey;

import java.util.List;
import java.util.Locale;
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

/// A net score such as NPS or happiness: percent of promoters less percent of detractors,
/// -100..100.
///
/// Rocks, *Interval Estimation for the 'Net Promoter Score'*, American Statistician 70 (2016),
/// 365-372. Assumes a simple random sample of independent answers.
///
/// @param plain by the variance of the sample
/// @param adjusted after adding 3/4 to promoters and detractors and 3 to all, which keeps its level
///   for few answers
public record NetScore(Finding plain, Finding adjusted) {
  private static final int FEW = 50;
  private static final int ENOUGH = 100;
  private static final double ADDED_TO_EACH_SIDE = .75;
  private static final double ADDED_TO_ALL = 3;

  public static Answer<NetScore> of(NetCounts counts, Population population, double level) {
    Optional<Refusal> refusal =
        refusal(counts)
            .or(() -> population.refusal(counts.answers()))
            .or(() -> Inputs.level(level));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    double shrinkage = population.shrinkage(counts.answers());
    Estimate plain =
        estimate(counts.promoters(), counts.detractors(), counts.answers(), shrinkage, level);
    Estimate adjusted =
        estimate(
            counts.promoters() + ADDED_TO_EACH_SIDE,
            counts.detractors() + ADDED_TO_EACH_SIDE,
            counts.answers() + ADDED_TO_ALL,
            shrinkage,
            level);
    return Answer.found(
        new NetScore(
            new Finding(plain, grounds("net-score-wald", plain, counts)),
            new Finding(adjusted, grounds("net-score-adjusted-wald", adjusted, counts))));
  }

  /// The one whose interval keeps its level: the adjusted one below 50 answers, and where all
  /// answers count the same way.
  public Finding reliable() {
    boolean isFlat = plain.estimate().standardError() == 0;
    return isFlat || plain.grounds().n() < FEW ? adjusted : plain;
  }

  private static Optional<Refusal> refusal(NetCounts counts) {
    if (Math.min(counts.promoters(), Math.min(counts.passives(), counts.detractors())) < 0) {
      return Inputs.refuse(
          Reason.OUT_OF_RANGE,
          "Counts of answers are 0 or more, not %s; correct them.".formatted(counts));
    }
    return counts.answers() > 0
        ? Optional.empty()
        : Inputs.refuse(
            Reason.TOO_FEW,
            "A net score needs at least one answer and there is none; wait for answers.");
  }

  private static Estimate estimate(
      double promoters, double detractors, double all, double shrinkage, double level) {
    double difference = (promoters - detractors) / all;
    double variance = (promoters + detractors) / all - difference * difference;
    double score = 100 * difference;
    double error = 100 * Math.sqrt(Math.max(0, variance) / all) * shrinkage;
    double reach = Inputs.normal(level) * error;
    Interval interval =
        new Interval(Math.max(-100, score - reach), Math.min(100, score + reach), level);
    return new Estimate(score, error, interval, OptionalDouble.empty());
  }

  private static Grounds grounds(String method, Estimate estimate, NetCounts counts) {
    List<Warning> warnings =
        counts.answers() >= ENOUGH
            ? List.of()
            : List.of(
                new Warning(
                    "few-answers",
                    String.format(
                        Locale.ROOT,
                        "A net score of %d answers is rough, within %.0f points; %d or more are wanted.",
                        counts.answers(),
                        estimate.interval().width() / 2,
                        ENOUGH)));
    return new Grounds(method, counts.answers(), List.of(), warnings, OptionalLong.empty());
  }
}
