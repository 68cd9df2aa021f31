package outturn.engine.duration;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// How long a task may take on a day, ready to be drawn from: its quantiles, its chance to fail,
/// and how much of it its run has in common.
///
/// The quantiles stand at the middle of [#STEPS] equal parts of 0..1; between them lengths are
/// drawn evenly, and beyond them by a tail of Pareto's form.
public final class Sampler {
  /// Parts into which the quantiles divide the distribution.
  public static final int STEPS = 64;

  private static final int TAIL_STEPS = 6;
  private static final double LIGHTEST = 0.02;
  private static final double HEAVIEST = 0.5;
  private static final double SURE = 1 - 1e-6;
  private static final double UNHEARD_OF = 4;
  private static final double SIMILAR_ARE_WORTH = 5;
  private static final double GUESS_IS_WORTH = 2;
  private static final double GUESSED_FAILURES = 0.1;
  private static final int FEWEST_FAILED = 3;

  private final float[] quantiles;
  private final double[] failing;
  private final double tail;
  private final double failure;
  private final double common;
  private final Knowledge knowledge;

  Sampler(float[] quantiles, double[] failing, double tail, Rates rates, Knowledge knowledge) {
    this.quantiles = quantiles;
    this.failing = failing;
    this.tail = tail;
    this.failure = rates.failure();
    this.common = rates.common();
    this.knowledge = knowledge;
  }

  /// @param failure the chance that an attempt fails
  /// @param common the share of its spread that it has in common with its run
  record Rates(double failure, double common) {}

  /// Always the same length, and no failure: a wait, or a task of nothing.
  public static Sampler fixed(Duration length) {
    var same = new float[STEPS];
    Arrays.fill(same, (float) length.toMillis());
    return new Sampler(same, new double[0], 0, new Rates(0, 0), new Knowledge.Own(Durations.MOST));
  }

  /// A task as its history has it, on this day.
  public static Sampler of(Durations own, Similar similar, Day day) {
    var values = Lengths.on(own.done(), day);
    var knowledge = knowledge(values.length, similar);
    var prior =
        switch (knowledge) {
          case Knowledge.Own _ -> Prior.vague(Lengths.median(values));
          case Knowledge.Borrowed _ -> Prior.of(similar);
          case Knowledge.None _ -> Prior.GUESSED;
        };
    var quantiles = new Predictive(values, prior).quantiles();
    var failing = own.failed().stream().mapToDouble(Long::doubleValue).sorted().toArray();
    return new Sampler(
        quantiles, failing, tail(quantiles), new Rates(failure(own, similar), 0), knowledge);
  }

  private static Knowledge knowledge(int samples, Similar similar) {
    if (samples >= Knowledge.ENOUGH) return new Knowledge.Own(samples);
    boolean lends = similar.tasks().stream().anyMatch(task -> task.samples() > 0);
    if (lends) return new Knowledge.Borrowed(similar.name(), samples);
    return samples > 0 ? new Knowledge.Own(samples) : new Knowledge.None();
  }

  /// The mean of a Beta distribution: what similar tasks came to is worth five attempts; where
  /// there are none, one in a hundred is worth two.
  private static double failure(Durations own, Similar similar) {
    double attempts = 0;
    double failures = 0;
    for (var task : similar.tasks()) {
      attempts += task.successes() + task.failures();
      failures += task.failures();
    }
    double worth = attempts > 0 ? SIMILAR_ARE_WORTH : GUESS_IS_WORTH;
    double before = (failures + GUESSED_FAILURES) / (attempts + GUESSED_FAILURES * 100);
    return (own.failures() + worth * before) / (own.successes() + own.failures() + worth);
  }

  /// How fast the last quantiles grow: the exponent of a tail of Pareto's form.
  private static double tail(float[] quantiles) {
    double from = Math.max(1, quantiles[STEPS - 1 - TAIL_STEPS]);
    double to = Math.max(1, quantiles[STEPS - 1]);
    double shares = Math.log((TAIL_STEPS + 0.5) / 0.5);
    return Math.clamp(Math.log(to / from) / shares, LIGHTEST, HEAVIEST);
  }

  /// As it is, with this share of its spread in common with other tasks of its run; see [Common].
  public Sampler sharing(double share) {
    return new Sampler(quantiles, failing, tail, new Rates(failure, share), knowledge);
  }

  /// Attempts take this many times as long.
  public Sampler times(double factor) {
    return changed(length -> length * factor);
  }

  /// Attempts take so much longer.
  public Sampler plus(Duration by) {
    return changed(length -> Math.max(0, length + by.toMillis()));
  }

  private Sampler changed(DoubleUnaryOperator how) {
    var changed = new float[STEPS];
    for (int step = 0; step < STEPS; step++) {
      changed[step] = (float) how.applyAsDouble(quantiles[step]);
    }
    return new Sampler(changed, failing, tail, new Rates(failure, common), knowledge);
  }

  /// What is left of an attempt that has run for a time, in milliseconds. One that has outrun all
  /// history is told less and less by it: in the end, half of such have as long again before them.
  ///
  /// @param elapsed in milliseconds
  /// @param u the share of such attempts that have less left
  public double remaining(double elapsed, double u) {
    double last = quantiles[STEPS - 1];
    if (elapsed < last) {
      double before = within(elapsed);
      return Math.max(0, draw(before + u * (1 - before)) - elapsed);
    }
    if (tail == 0 || last <= 0) return 0;
    return elapsed * (Math.pow(1 - Math.min(u, SURE), -tail(elapsed)) - 1);
  }

  /// The exponent of the tail for an attempt that has outrun all history.
  private double tail(double elapsed) {
    double beyond = Math.log(elapsed / quantiles[STEPS - 1]) / Math.log(UNHEARD_OF);
    return Math.max(tail, Math.min(1, beyond));
  }

  /// The share of attempts that have at most so much left after they have run for a time; the
  /// inverse of [#remaining].
  public double leftWithin(double elapsed, double millis) {
    double last = quantiles[STEPS - 1];
    if (elapsed < last) {
      double before = within(elapsed);
      return (within(elapsed + millis) - before) / (1 - before);
    }
    if (tail == 0 || last <= 0) return 1;
    return 1 - Math.pow(1 + millis / elapsed, -1 / tail(elapsed));
  }

  /// The share of attempts that take at most this, in milliseconds.
  public double within(double millis) {
    double last = quantiles[STEPS - 1];
    if (millis >= last) return last <= 0 || tail == 0 ? 1 : beyond(millis / last);
    int at = Arrays.binarySearch(quantiles, (float) millis);
    if (at >= 0) return share(at);
    int above = -at - 1;
    if (above == 0) return tail > 0 && quantiles[0] > 0 ? share(0) * millis / quantiles[0] : 0;
    double low = quantiles[above - 1];
    return share(above - 1) + (millis - low) / (quantiles[above] - low) / STEPS;
  }

  private static double share(double step) {
    return (step + 0.5) / STEPS;
  }

  private double beyond(double times) {
    return 1 - (1 - share(STEPS - 1.0)) * Math.pow(times, -1 / tail);
  }

  /// The length below which a share `u` of attempts stays, in milliseconds.
  public double draw(double u) {
    double place = u * STEPS - 0.5;
    if (place <= 0) return tail == 0 ? quantiles[0] : quantiles[0] * (place + 0.5) / 0.5;
    int below = (int) place;
    if (below >= STEPS - 1) {
      double left = Math.max(1 - u, 1 - SURE) * STEPS / 0.5;
      return quantiles[STEPS - 1] * Math.pow(left, -tail);
    }
    double low = quantiles[below];
    return low + (place - below) * (quantiles[below + 1] - low);
  }

  /// How long an attempt takes that fails, in milliseconds: as those before, where there are enough
  /// of them, or else as one that succeeds.
  public double failing(double u) {
    int known = failing.length;
    if (known < FEWEST_FAILED) return draw(u);
    return failing[Math.min((int) (u * known), known - 1)];
  }

  public double failure() {
    return failure;
  }

  public double common() {
    return common;
  }

  public Knowledge knowledge() {
    return knowledge;
  }
}
