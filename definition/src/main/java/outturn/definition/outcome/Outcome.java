package outturn.definition.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// An effect for a beneficiary, in business terms.
public record Outcome(
    String name,
    About about,
    Statement statement,
    List<Goal> goals,
    List<Lever> levers,
    Uncertain uncertain,
    Appraisal appraisal) {

  public Outcome {
    goals = List.copyOf(goals);
    levers = List.copyOf(levers);
  }

  /// @param owner the accountable one, from the business
  public record About(String title, String owner, Optional<String> objective) {}

  /// Who gets what, so that what becomes better.
  public record Statement(String who, String what, String soThat) {}

  /// What an outcome asks of a measure.
  ///
  /// @param baseline the days of the before, both included; empty until it is chosen
  public record Goal(
      String measure,
      Optional<Baseline> baseline,
      Optional<Target> target,
      Trajectory trajectory) {}

  /// @param from first day
  /// @param to last day
  public record Baseline(LocalDate from, LocalDate to) {}

  /// @param value in the measure's unit
  public record Target(double value, LocalDate by, Optional<Sustain> sustain) {}

  /// How many of how many periods must reach the target.
  public record Sustain(int periods, int of) {}

  /// The planned path from baseline to target.
  public enum Trajectory {
    LINEAR,
    STEP,
    S_CURVE
  }

  /// What may come otherwise than planned.
  public record Uncertain(List<Assumption> assumptions, List<Risk> risks) {
    public Uncertain {
      assumptions = List.copyOf(assumptions);
      risks = List.copyOf(risks);
    }

    /// Nothing that was thought of.
    public static Uncertain nothing() {
      return new Uncertain(List.of(), List.of());
    }
  }

  /// Something that must hold, and is looked at again.
  ///
  /// @param holds chance in percent
  /// @param ifFalse what comes of it if it does not hold
  public record Assumption(
      String text, Optional<Double> holds, Optional<LocalDate> review, Optional<Impact> ifFalse) {}

  /// Something that may happen.
  ///
  /// @param probability in percent
  /// @param owner who watches it
  /// @param response what is done about it
  public record Risk(
      String text,
      double probability,
      Impact impact,
      Optional<String> owner,
      Optional<String> response) {}

  /// What something does to a measure.
  ///
  /// @param moves the measure; empty: the only one, or the first
  /// @param from the first day
  public record Impact(Lever.Effect size, Optional<String> moves, Optional<LocalDate> from) {}

  /// What it is worth and how it is proved.
  public record Appraisal(Optional<Value> value, Optional<Analysis> analysis) {

    /// The channel by which people get the impact statement.
    public Optional<String> mail() {
      return analysis.flatMap(Analysis::mail);
    }
  }

  /// What a unit of a measure is worth.
  ///
  /// @param volume how many units there are: a number, or the name of a measure
  /// @param realisation how much of it becomes real, in percent
  /// @param share how much of the change this outcome claims, in percent; empty: all, or not said
  public record Value(
      String measure,
      String volume,
      Each each,
      Category category,
      Optional<Double> realisation,
      Optional<Double> share) {

    /// The part of the change that it claims, 0..1.
    public double claimed() {
      return share.orElse(100.0) / 100;
    }
  }

  /// The worth of one, as a range of three points.
  public record Each(
      String what, String currency, int priceYear, double low, double likely, double high) {}

  /// What kind of value it is.
  public enum Category {
    CASHABLE,
    NON_CASHABLE,
    QUANTIFIABLE,
    QUALITATIVE
  }
}
