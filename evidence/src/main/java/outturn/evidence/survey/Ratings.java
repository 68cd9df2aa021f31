package outturn.evidence.survey;

import java.util.List;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Reason;
import outturn.evidence.series.Series;

/// How often each point of a rating scale was chosen.
public final class Ratings {
  private final Scale scale;
  private final List<Integer> counts;

  private Ratings(Scale scale, List<Integer> counts) {
    this.scale = scale;
    this.counts = counts;
  }

  /// @param counts one per point of the scale, the lowest first; "not applicable" is not counted
  public static Answer<Ratings> of(Scale scale, List<Integer> counts) {
    if (counts.size() != scale.points()) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "A scale of %d points needs as many counts, not %d; count each point, 0 where nobody chose it."
              .formatted(scale.points(), counts.size()));
    }
    if (counts.stream().anyMatch(count -> count < 0)) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "Counts of answers are 0 or more, not %s; correct them.".formatted(counts));
    }
    return Answer.found(new Ratings(scale, List.copyOf(counts)));
  }

  public int answers() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /// The distribution: share of each point, 0..1, the lowest first; all 0 without answers.
  public List<Double> shares() {
    double all = Math.max(1, answers());
    return counts.stream().map(count -> count / all).toList();
  }

  /// The share of satisfied, agreeing or easily served: the points that the scale counts.
  public Answer<Finding> topBox(Population population, double level) {
    int counted =
        IntStream.range(scale.countedFrom() - scale.lowest(), counts.size()).map(counts::get).sum();
    return Wilson.of(counted, answers(), population, level);
  }

  /// The mean in points of the scale. Shown beside the distribution, never alone.
  public Answer<Finding> mean(Population population, double level) {
    double[] answers =
        IntStream.range(0, counts.size())
            .flatMap(i -> IntStream.generate(() -> scale.lowest() + i).limit(counts.get(i)))
            .asDoubleStream()
            .toArray();
    return MeanScore.of(Series.of(answers), population, level);
  }
}
