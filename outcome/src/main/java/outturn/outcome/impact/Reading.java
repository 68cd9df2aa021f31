package outturn.outcome.impact;

import java.util.List;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Warning;

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
}
