package outturn.engine.news;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.definition.notify.Occasion;
import outturn.engine.run.RunId;

/// Something that people are to hear of, as it was when it happened.
///
/// @param subject which task, deadline or schedule; empty for a run as a whole
/// @param text what happened, in words
/// @param channels who is told
public record News(
    Occasion occasion, About about, String subject, String text, List<String> channels) {
  private static final int LONGEST_TEXT = 2_000;

  public News {
    channels = List.copyOf(channels);
    if (text.length() > LONGEST_TEXT) text = text.substring(0, LONGEST_TEXT) + "…";
  }

  /// What it is about.
  ///
  /// @param run empty for a start that was missed
  public record About(
      String project, String workflow, Optional<RunId> run, LocalDate businessDate) {}
}
