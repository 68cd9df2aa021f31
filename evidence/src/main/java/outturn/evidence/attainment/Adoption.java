package outturn.evidence.attainment;

import java.util.List;

/// The share of people who work in the new way, 0..1, by periods since the start.
public sealed interface Adoption {
  /// All from the first day.
  record Full() implements Adoption {}

  /// The same number of people in every period.
  ///
  /// @param half periods until half of the ceiling
  /// @param ceiling share that is never passed, above 0 up to 1
  record Linear(double half, double ceiling) implements Adoption {}

  /// Slow, fast, slow. Rogers, *Diffusion of Innovations* (2003).
  ///
  /// @param half periods until half of the ceiling
  /// @param slope per period; the curve begins at 1 / (1 + exp(slope x half)) of the ceiling
  record Logistic(double half, double slope, double ceiling) implements Adoption {
    /// Begins at 2 % of the ceiling and has 98 % of it after twice the half.
    public static Logistic reachingHalf(double half, double ceiling) {
      return new Logistic(half, StrictMath.log(49) / half, ceiling);
    }
  }

  /// By own choice and by example. Bass, *A New Product Growth for Model Consumer Durables*,
  /// Management Science 15 (1969), 215-227.
  ///
  /// @param innovation p, per period: what people do without example
  /// @param imitation q, per period: what they do by example
  record Bass(double innovation, double imitation, double ceiling) implements Adoption {}

  /// What was measured, and from then on the growth of the plan, up to all people.
  ///
  /// @param shares in 0..1, the first of the period of the start; straight in between
  record Measured(List<Double> shares, Adoption after) implements Adoption {
    public Measured {
      shares = List.copyOf(shares);
    }

    private double at(double elapsed) {
      int last = shares.size() - 1;
      if (elapsed >= last) {
        double grown = after.share(elapsed) - after.share(last);
        return Math.clamp(shares.get(last) + grown, 0.0, 1.0);
      }
      int below = (int) elapsed;
      double from = shares.get(below);
      return from + (elapsed - below) * (shares.get(below + 1) - from);
    }
  }

  /// @param elapsed periods since the start, 0 or more
  default double share(double elapsed) {
    return switch (this) {
      case Full _ -> 1;
      case Measured measured -> measured.at(elapsed);
      case Linear(var half, var ceiling) -> ceiling * Math.min(1, elapsed / (2 * half));
      case Logistic(var half, var slope, var ceiling) ->
          ceiling / (1 + StrictMath.exp(-slope * (elapsed - half)));
      case Bass(var innovation, var imitation, var ceiling) -> {
        double left = StrictMath.exp(-(innovation + imitation) * elapsed);
        yield ceiling * (1 - left) / (1 + imitation / innovation * left);
      }
    };
  }
}
