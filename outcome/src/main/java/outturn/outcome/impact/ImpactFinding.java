package outturn.outcome.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.definition.change.Change;
import outturn.definition.outcome.Analysis.Design;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Warning;
import outturn.outcome.grade.Grade;
import outturn.outcome.position.Attainment;
import outturn.outcome.register.Registration.Badge;

/// What a change did to a measure, as far as the data tell, with all that must be told beside it.
public record ImpactFinding(
    Kind kind,
    Scope scope,
    Effect effect,
    Checks checks,
    Course course,
    Verdict verdict,
    Provenance provenance) {

  /// What was asked, and of how many values.
  ///
  /// @param measure its name
  /// @param review the review whose values are read; of an interim finding the next one, if any
  /// @param read the last period that is read
  public record Scope(
      String measure,
      Change intervention,
      Design design,
      Counts n,
      LocalDate day,
      Optional<LocalDate> review,
      LocalDate read) {}

  /// Periods.
  ///
  /// @param before with a value that is used
  /// @param after the same
  /// @param transition left out since the change was coming in
  /// @param missing without a value, or with one that failed a check
  /// @param planned how many after the intervention the plan counts on; 0 where it says nothing
  public record Counts(int before, int after, int transition, int missing, int planned) {}

  /// The average effect per period, in the unit of the measure.
  ///
  /// @param average below 0 if the measure fell
  /// @param expected what the measure would have been on average without the change
  /// @param method in the words of the field: `reml-ar1`
  /// @param words the same for people, one sentence
  public record Effect(Estimate average, double expected, String method, String words) {}

  /// What speaks for the figure, and against it.
  ///
  /// @param quality share of the values that are there and passed all checks, 0..1
  /// @param rivals what else may have moved the measure at about the same time
  public record Checks(
      Placebo inTime,
      Placebo inSpace,
      List<Alternative> sensitivity,
      double quality,
      List<Change> rivals,
      List<Assumption> assumptions,
      List<Warning> warnings) {
    public Checks {
      sensitivity = List.copyOf(sensitivity);
      rivals = List.copyOf(rivals);
      assumptions = List.copyOf(assumptions);
      warnings = List.copyOf(warnings);
    }
  }

  /// What is said of it.
  ///
  /// @param sentence by [outturn.outcome.words.ImpactSentences]
  /// @param attainment whether the target is met; empty without one
  public record Verdict(
      Grade grade, String sentence, Optional<Attainment> attainment, Worth worth) {}

  /// From what it can be made again.
  ///
  /// @param snapshot every observation that was read, one a line
  /// @param hash of the snapshot, SHA-256 in hexadecimal
  public record Provenance(long seed, Badge badge, String snapshot, String hash) {}
}
