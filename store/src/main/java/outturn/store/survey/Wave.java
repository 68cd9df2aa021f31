package outturn.store.survey;

import java.time.Instant;

/// One time that a survey is asked; none of it ever changes.
///
/// @param number 1 is the first of the survey
/// @param source where its questions and people stand
public record Wave(
    String survey, int number, Source source, int invited, Thresholds thresholds, Span span) {

  /// @param version of the project, by its id
  /// @param seed of the sample
  public record Source(String project, long version, long seed) {}

  /// From how many answers on something is shown.
  public record Thresholds(int numbers, int comments) {}

  /// @param closes when nobody can answer any more
  public record Span(Instant opened, String openedBy, Instant closes) {}

  /// What its answers are sealed for.
  String about() {
    return "survey %s, wave %d".formatted(survey, number);
  }
}
