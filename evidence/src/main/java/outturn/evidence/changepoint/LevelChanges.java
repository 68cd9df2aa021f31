package outturn.evidence.changepoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.estimate.Warning;
import outturn.evidence.series.Series;

/// Finds where the level of a series changed, by optimal partitioning.
///
/// Squares about the level of each segment and a penalty of 2 s² ln n for each change (Yao,
/// *Estimating the number of change-points via Schwarz' criterion*, Statistics & Probability
/// Letters 6 (1988), 181-189), more where neighbours correlate. Assumes that between changes the
/// level is constant: a trend or a season is cut into stairs. Missing periods are skipped.
public final class LevelChanges {
  static final int LEAST_VALUES = 12;
  private static final int STAIRS = 3;

  private LevelChanges() {}

  /// @param values of the measure, one per period
  public static Answer<LevelChangesResult> analyse(Series values, Partitioning partitioning) {
    int n = values.count();
    int least = partitioning.least().of(n);
    Optional<Refusal> refusal =
        Checks.values(values, LEAST_VALUES).or(() -> Checks.least(least, n));
    return refusal.isPresent()
        ? new Answer.Refused<>(refusal.get())
        : Answer.found(found(values, partitioning, least));
  }

  private static LevelChangesResult found(Series values, Partitioning partitioning, int least) {
    int[] used = IntStream.range(0, values.size()).filter(i -> !values.isMissing(i)).toArray();
    double mean = values.mean();
    double[] known = values.valid().map(value -> value - mean).toArray();
    LevelNoise noise = LevelNoise.of(values);
    double independent = 2 * noise.variance() * Math.log(known.length);
    double penalty = independent * partitioning.penalty().factor(noise.autocorrelation());
    Partition partition = new Partition(known, penalty, least);
    Changes changes = changes(values, used, partition.changes());
    return new LevelChangesResult(
        changes,
        noise.variance(),
        noise.autocorrelation(),
        penalty,
        partition.cost(),
        grounds(known.length, noise, changes, partitioning.penalty()));
  }

  private static Changes changes(Series values, int[] used, List<Integer> starts) {
    List<Change> changes =
        starts.stream().map(start -> new Change(used[start - 1], used[start], null)).toList();
    List<Segment> segments = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= starts.size(); i++) {
      int to = i < starts.size() ? starts.get(i) : used.length;
      segments.add(Segments.of(values, used, from, to, List.of()));
      from = to;
    }
    return new Changes(changes, segments);
  }

  private static Grounds grounds(int n, LevelNoise noise, Changes changes, Penalty penalty) {
    List<Assumption> assumptions =
        List.of(independent(n, noise.autocorrelation(), penalty), flat(changes.segments()));
    List<Warning> warnings = new ArrayList<>();
    if (noise.isCoarse()) {
      warnings.add(
          new Warning(
              "coarse-values",
              "Most neighbours differ by the same, so that the noise is measured less robustly."));
    }
    return new Grounds("pelt", n, assumptions, warnings, OptionalLong.empty());
  }

  private static Assumption independent(int n, double r, Penalty penalty) {
    boolean alike = r > 2 / Math.sqrt(n);
    String text =
        String.format(
            Locale.ROOT,
            "Neighbours correlate by %.2f; a change must gain %.1f times as much as in independent noise.",
            r,
            penalty.factor(r));
    return new Assumption("independent-noise", alike ? State.DOUBTFUL : State.HOLDS, text);
  }

  private static Assumption flat(List<Segment> segments) {
    int up = 0;
    int down = 0;
    for (int i = 1; i < segments.size(); i++) {
      boolean higher = segments.get(i).mean() > segments.get(i - 1).mean();
      up += higher ? 1 : 0;
      down += higher ? 0 : 1;
    }
    return Math.min(up, down) == 0 && Math.max(up, down) >= STAIRS
        ? new Assumption(
            "constant-between-changes",
            State.DOUBTFUL,
            "All %d changes go the same way: a trend looks like stairs.".formatted(up + down))
        : new Assumption(
            "constant-between-changes",
            State.NOT_TESTABLE,
            "Between changes the level is constant: there is no trend and no season.");
  }
}
