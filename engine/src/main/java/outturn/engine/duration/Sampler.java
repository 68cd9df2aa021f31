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
  public static final int STEPS = 256;

  private final double[] quantiles;
  private final double[] failing;
  private final double tail;
  private final double failure;
  private final double common;
  private final Knowledge knowledge;

  Sampler(double[] quantiles, double[] failing, double tail, Rates rates, Knowledge knowledge) {
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
    var same = new double[STEPS];
    Arrays.fill(same, length.toMillis());
    return new Sampler(same, new double[0], 0, new Rates(0, 0), new Knowledge.Own(Durations.MOST));
  }

  /// A task as its history has it, on this day.
  public static Sampler of(Durations own, Similar similar, Day day) {
    throw new UnsupportedOperationException("follows");
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
    var changed = Arrays.stream(quantiles).map(how).toArray();
    return new Sampler(changed, failing, tail, new Rates(failure, common), knowledge);
  }

  /// What is left of an attempt that has run for a time, in milliseconds.
  ///
  /// @param elapsed in milliseconds
  /// @param u the share of such attempts that have less left
  public double remaining(double elapsed, double u) {
    throw new UnsupportedOperationException("follows");
  }

  /// The share of attempts that take at most this, in milliseconds.
  public double within(double millis) {
    throw new UnsupportedOperationException("follows");
  }

  /// How long an attempt takes that fails, in milliseconds.
  public double failing(double u) {
    throw new UnsupportedOperationException("follows");
  }

  /// The length below which a share `u` of attempts stays, in milliseconds.
  public double draw(double u) {
    throw new UnsupportedOperationException("follows");
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
