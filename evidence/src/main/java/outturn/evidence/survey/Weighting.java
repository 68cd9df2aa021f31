package outturn.evidence.survey;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;

/// Weights respondents so that the groups of the population count by their size.
///
/// Assumes that within a group those who answered are like those who did not; nothing can check
/// that.
public final class Weighting {
  private static final int LEAST_PER_CELL = 10;
  private static final int MOST_MARGINS = 3;
  private static final double CLOSE = 1e-6;
  private static final int ROUNDS = 1000;

  private Weighting() {}

  /// One weight per cell, N/n. Holt, Smith, *Post Stratification*, JRSS A 142 (1979), 33-46.
  ///
  /// @param cells groups with 10 respondents and more each
  public static Answer<Weights> byCells(Margin cells) {
    Optional<Refusal> refusal = refusal(cells);
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    for (String cell : new TreeMap<>(cells.totals()).keySet()) {
      int respondents = cells.respondents(cell);
      if (respondents < LEAST_PER_CELL) {
        return Answer.refused(
            Reason.TOO_FEW,
            "Cell %s of %s has %d respondents; a cell needs %d, so merge cells or rake on margins."
                .formatted(cell, cells.name(), respondents, LEAST_PER_CELL));
      }
    }
    double[] weights =
        cells.categories().stream()
            .mapToDouble(cell -> total(cells, cell) / cells.respondents(cell))
            .toArray();
    return Answer.found(Weights.ofCells(cells, weights));
  }

  /// Weights that meet the totals of every margin in turn until all hold to a millionth.
  ///
  /// Deming, Stephan, *On a Least Squares Adjustment of a Sampled Frequency Table When the Expected
  /// Marginal Totals Are Known*, Annals of Mathematical Statistics 11 (1940), 427-444.
  ///
  /// @param margins one to three, with the same sum of totals
  public static Answer<Weights> byRaking(List<Margin> margins) {
    if (margins.isEmpty() || margins.size() > MOST_MARGINS) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "Raking takes one to %d margins, not %d; choose those that matter most for the answers."
              .formatted(MOST_MARGINS, margins.size()));
    }
    for (Margin margin : margins) {
      Optional<Refusal> refusal = refusal(margin).or(() -> mismatch(margins.getFirst(), margin));
      if (refusal.isPresent()) {
        return new Answer.Refused<>(refusal.get());
      }
    }
    double[] weights = new double[margins.getFirst().categories().size()];
    Arrays.fill(weights, margins.getFirst().population() / weights.length);
    for (int round = 0; round < ROUNDS; round++) {
      double worst = 0;
      for (Margin margin : margins) {
        worst = Math.max(worst, meet(margin, weights));
      }
      if (worst < CLOSE) {
        return Answer.found(Weights.raked(margins.getFirst(), weights));
      }
    }
    return Answer.refused(
        Reason.NO_CONVERGENCE,
        "After %d rounds the margins still contradict each other in this sample; merge small groups."
            .formatted(ROUNDS));
  }

  /// Scales the weights of each group to its total, and tells by how much, relatively, the worst
  /// one was off.
  private static double meet(Margin margin, double[] weights) {
    Map<String, Double> sums = new TreeMap<>();
    for (int i = 0; i < weights.length; i++) {
      sums.merge(margin.categories().get(i), weights[i], Double::sum);
    }
    for (int i = 0; i < weights.length; i++) {
      String category = margin.categories().get(i);
      weights[i] *= total(margin, category) / sums.getOrDefault(category, 0.0);
    }
    return sums.entrySet().stream()
        .mapToDouble(sum -> Math.abs(sum.getValue() / total(margin, sum.getKey()) - 1))
        .max()
        .orElse(0);
  }

  private static double total(Margin margin, String category) {
    return margin.totals().getOrDefault(category, Double.NaN);
  }

  private static Optional<Refusal> refusal(Margin margin) {
    if (margin.categories().isEmpty()) {
      return Inputs.refuse(
          Reason.TOO_FEW,
          "Weights of %s need respondents and there are none; wait for answers."
              .formatted(margin.name()));
    }
    if (margin.population() < margin.categories().size()) {
      return Inputs.refuse(
          Reason.OUT_OF_RANGE,
          "The groups of %s have a population of %s in all and %d respondents; give numbers of people, not shares."
              .formatted(margin.name(), margin.population(), margin.categories().size()));
    }
    Set<String> seen = new HashSet<>(margin.categories());
    for (Map.Entry<String, Double> total : new TreeMap<>(margin.totals()).entrySet()) {
      if (!(total.getValue() > 0 && total.getValue() < Double.POSITIVE_INFINITY)) {
        return Inputs.refuse(
            Reason.OUT_OF_RANGE,
            "Group %s of %s has a population of %s; expected a number above 0, so leave out empty groups."
                .formatted(total.getKey(), margin.name(), total.getValue()));
      }
      if (!seen.remove(total.getKey())) {
        return Inputs.refuse(
            Reason.TOO_FEW,
            "Nobody of group %s of %s has answered; merge it with a group like it."
                .formatted(total.getKey(), margin.name()));
      }
    }
    return seen.isEmpty()
        ? Optional.empty()
        : Inputs.refuse(
            Reason.OUT_OF_RANGE,
            "The population of group %s of %s is not known; give its total."
                .formatted(seen.stream().min(String::compareTo).orElseThrow(), margin.name()));
  }

  private static Optional<Refusal> mismatch(Margin first, Margin other) {
    if (first.categories().size() != other.categories().size()) {
      return Inputs.refuse(
          Reason.OUT_OF_RANGE,
          "Margin %s groups %d respondents and %s groups %d; give every respondent a group in each."
              .formatted(
                  first.name(),
                  first.categories().size(),
                  other.name(),
                  other.categories().size()));
    }
    return Math.abs(first.population() - other.population()) <= CLOSE * first.population()
        ? Optional.empty()
        : Inputs.refuse(
            Reason.OUT_OF_RANGE,
            "The totals of %s sum to %s and those of %s to %s; take both from the same population."
                .formatted(first.name(), first.population(), other.name(), other.population()));
  }
}
