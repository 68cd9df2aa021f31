package outturn.outcome.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.outcome.review.ReviewState;

/// An outcome in one line.
///
/// @param first its first measure with a target, or its first one; empty without any
/// @param effect on its measures
/// @param worth what one is worth, in words
/// @param asOf what was known then
public record Line(
    String name,
    Heading heading,
    Optional<First> first,
    Effect effect,
    Optional<String> worth,
    Open open,
    Instant asOf) {

  public Optional<Chance> chance() {
    return effect.chance();
  }

  public Optional<Evidence> evidence() {
    return effect.evidence();
  }

  /// @param chance of its first measure, from the latest forecast that was kept
  /// @param evidence that was kept last; empty before any review
  public record Effect(Optional<Chance> chance, Optional<Evidence> evidence) {}

  /// @param objective that it serves, by name
  /// @param sentence what it is to be
  /// @param step that is open; empty when all are passed
  /// @param standing where it stands in the steps, a sentence
  public record Heading(
      String title,
      String owner,
      String project,
      Optional<String> objective,
      String sentence,
      Optional<String> step,
      String standing) {}

  /// Where its measure stands, in words of its unit.
  ///
  /// @param reached whether the target was reached by its day; empty until that is known
  public record First(
      String measure,
      String title,
      Optional<Latest> latest,
      Optional<Aim> target,
      Trend trend,
      Optional<Boolean> reached) {}

  /// @param text with its unit
  public record Latest(LocalDate period, double value, String text) {}

  /// @param text with its unit
  public record Aim(double value, LocalDate by, String text) {}

  /// What waits for somebody.
  ///
  /// @param overdue what should have been done, a sentence each
  public record Open(ReviewState reviews, List<String> overdue) {
    public Open {
      overdue = List.copyOf(overdue);
    }
  }
}
