package outturn.outcome.impact;

import java.util.List;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Warning;
import outturn.evidence.its.model.Scale;

/// What a design finds in the data, before it is graded.
record Reading(
    Scaled effect,
    Used used,
    Course course,
    Placebo inTime,
    Placebo inSpace,
    List<Alternative> sensitivity,
    Told told) {
  Reading {
    sensitivity = List.copyOf(sensitivity);
  }

  /// Periods with a value that were used.
  record Used(int before, int after) {}

  /// @param method in the words of the field
  /// @param words one sentence
  /// @param comparedWith as it stands in a sentence; empty if the level of evidence says enough
  record Told(
      String method,
      String words,
      String comparedWith,
      List<Assumption> assumptions,
      List<Warning> warnings) {
    Told {
      assumptions = List.copyOf(assumptions);
      warnings = List.copyOf(warnings);
    }
  }

  /// An average effect on the scale on which it adds.
  ///
  /// @param onScale in the unit of the measure, or in logarithms
  /// @param freedom degrees of freedom of its standard error
  /// @param expected the average without the intervention, in the unit of the measure
  record Scaled(Estimate onScale, double freedom, Scale scale, double expected) {

    /// The same in the unit of the measure.
    Estimate natural() {
      return natural(onScale);
    }

    /// Any effect on this scale, in the unit of the measure.
    Estimate natural(Estimate effect) {
      return switch (scale) {
        case NATURAL -> effect;
        case LOG -> ofLogarithm(effect);
      };
    }

    Scaled with(Estimate changed) {
      return new Scaled(changed, freedom, scale, expected);
    }

    private Estimate ofLogarithm(Estimate effect) {
      var interval = effect.interval();
      double low = times(interval.lower());
      double high = times(interval.upper());
      return new Estimate(
          times(effect.value()),
          Math.abs(expected) * Math.exp(effect.value()) * effect.standardError(),
          new Interval(Math.min(low, high), Math.max(low, high), interval.level()),
          effect.p());
    }

    private double times(double logarithm) {
      return expected * Math.expm1(logarithm);
    }
  }
}
