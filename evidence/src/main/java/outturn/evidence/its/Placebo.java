package outturn.evidence.its;

import java.util.List;

/// The same analysis at dates at which nothing happened: how often it declares an effect.
///
/// Dates lie close together, so their answers resemble each other: the share is rough.
///
/// @param dates first periods after the fake interventions, all before the real one
/// @param declared those with an effect
public record Placebo(List<Integer> dates, List<Integer> declared) {
  /// Above this share the method is not believed.
  public static final double TOLERATED = .10;

  public Placebo {
    dates = List.copyOf(dates);
    declared = List.copyOf(declared);
  }

  /// Share of the dates with an effect, 0..1; `NaN` where there is no date.
  public double share() {
    return dates.isEmpty() ? Double.NaN : declared.size() / (double) dates.size();
  }

  /// Whether there were dates, and few declared an effect.
  public boolean passes() {
    return share() <= TOLERATED;
  }

  /// Whether there were dates, and too many declared an effect.
  public boolean fails() {
    return share() > TOLERATED;
  }
}
