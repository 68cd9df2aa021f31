package outturn.definition.outcome;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// A People, Process or Technology activity that is expected to move a measure.
///
/// @param moves the measure
/// @param because the ground for the expected effect
public record Lever(
    String name,
    About about,
    Start start,
    String moves,
    Effect effect,
    String because,
    Spread spread) {

  /// @param procedure a file of the project, or an address
  /// @param cost by currency
  public record About(
      String title,
      Element element,
      Optional<String> owner,
      Optional<String> procedure,
      Map<String, Double> cost) {
    public About {
      cost = Map.copyOf(cost);
    }
  }

  /// The three elements that a plan must cover.
  public enum Element {
    PEOPLE,
    PROCESS,
    TECHNOLOGY
  }

  /// When it begins: the date of a change, or its own; the actual date goes first.
  ///
  /// @param slip how late it may be, as long as it has not begun
  public record Start(
      Optional<String> change,
      Optional<LocalDate> planned,
      Optional<LocalDate> actual,
      Optional<Slip> slip) {}

  /// How late a start may be.
  ///
  /// @param median half of the starts are later by more
  /// @param oneInTen one start in ten is later by more
  public record Slip(Duration median, Duration oneInTen) {}

  /// Signed, in the measure's unit, at full adoption.
  public record Effect(double worst, double likely, double best) {}

  /// How the effect comes in, and goes.
  ///
  /// @param readiness how far it is in place once it has begun, in percent
  /// @param course of the effect in time
  /// @param rollout first day by segment
  public record Spread(
      Optional<Double> readiness,
      Course course,
      Optional<Adoption> adoption,
      Map<String, LocalDate> rollout) {
    public Spread {
      rollout = Map.copyOf(rollout);
    }

    /// At once, for all, and for good.
    public static Spread atOnce() {
      return new Spread(
          Optional.empty(),
          new Course(Optional.empty(), Optional.empty(), Optional.empty()),
          Optional.empty(),
          Map.of());
    }
  }

  /// @param delay from the start to the first effect
  /// @param ramp from none to full
  /// @param fade in which half of the effect is gone again
  public record Course(
      Optional<Duration> delay, Optional<Duration> ramp, Optional<Duration> fade) {}

  /// How people take it up.
  ///
  /// @param actual the measure that replaces the plan as it arrives
  public record Adoption(Optional<Curve> plan, Optional<String> actual) {}

  /// @param half when half of the ceiling is reached
  /// @param ceiling in percent
  public record Curve(CurveShape shape, Duration half, double ceiling) {}

  /// The form of an adoption curve.
  public enum CurveShape {
    LINEAR,
    LOGISTIC
  }
}
