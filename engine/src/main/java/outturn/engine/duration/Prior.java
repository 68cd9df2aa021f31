package outturn.engine.duration;

import java.util.Arrays;
import java.util.List;

/// What is believed of a task's length before its own history is looked at; lengths are logarithms.
///
/// @param centre the typical length
/// @param worth how many attempts of its own this centre is worth
/// @param spread the standard deviation between attempts
/// @param degrees how many attempts more than one that spread is worth
record Prior(double centre, double worth, double spread, int degrees) {
  private static final double USUAL_SPREAD = 0.15;
  private static final double GUESSED_SPREAD = 1.2;
  private static final double GUESS = Math.log(60_000);
  private static final double HARDLY = 0.01;
  private static final int MOST_DEGREES = 40;
  private static final double SPREAD_OF_ONE = 1;

  /// Of a task that has a history: the spread alone, for what it is worth.
  static Prior vague(double centre) {
    return new Prior(centre, HARDLY, USUAL_SPREAD, 1);
  }

  /// Of a task of which nothing is known: a minute, or ten times more or less.
  static final Prior GUESSED = new Prior(GUESS, 1, GUESSED_SPREAD, 4);

  /// From similar tasks: their typical lengths, how far these lie apart, and how much each varies.
  /// At least one of them has a history.
  static Prior of(Similar similar) {
    var histories =
        similar.tasks().stream()
            .filter(task -> task.samples() > 0)
            .map(task -> Lengths.logs(task.done()))
            .toList();
    var centres = histories.stream().mapToDouble(Lengths::median).sorted().toArray();
    int samples = histories.stream().mapToInt(history -> history.length).sum();
    int degrees = samples - histories.size();
    double within = within(histories, degrees);
    double between = between(centres) - within * centres.length / samples;
    double apart = Math.max(between, within / 20);
    return new Prior(
        Lengths.median(centres),
        within / apart,
        Math.sqrt(within),
        Math.clamp(degrees, 1, MOST_DEGREES));
  }

  /// The variance of one task's lengths: the median of those of the tasks, so that one with an
  /// outlier does not speak for all. The median of chi-square lies below its mean, as Wilson and
  /// Hilferty have it (PNAS 17 (1931), 684-688).
  private static double within(List<double[]> histories, int degrees) {
    double usual = USUAL_SPREAD * USUAL_SPREAD;
    var several = histories.stream().filter(history -> history.length > 1).toList();
    if (several.isEmpty()) return usual;
    double each = (double) degrees / several.size();
    double low = Math.pow(1 - 2 / (9 * each), 3);
    double median =
        Lengths.median(
            several.stream()
                .mapToDouble(history -> Lengths.squares(history) / (history.length - 1))
                .toArray());
    return (degrees * median / low + usual) / (degrees + 1);
  }

  /// The variance between typical lengths; one that stands alone tells little of others.
  private static double between(double[] centres) {
    if (centres.length == 1) return SPREAD_OF_ONE;
    double mean = Arrays.stream(centres).average().orElse(0);
    double squares = Arrays.stream(centres).map(each -> (each - mean) * (each - mean)).sum();
    return squares / (centres.length - 1);
  }
}
