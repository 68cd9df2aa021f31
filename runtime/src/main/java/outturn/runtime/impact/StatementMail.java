package outturn.runtime.impact;

import java.time.ZoneOffset;
import outturn.outcome.period.Dates;
import outturn.store.outcome.StatementLetter;

/// What a mail says around the statement that it brings. Of the effect it says nothing: that is for
/// the statement, in the words of its rules.
final class StatementMail {
  private StatementMail() {}

  static String subject(StatementLetter letter, String statement) {
    return switch (letter.occasion()) {
      case KEPT, ASKED -> statement;
      case CORRECTED -> "Corrected: " + statement;
      case SIGNED -> "Signed: " + statement;
    };
  }

  static String text(StatementLetter letter, String statement) {
    return """
    %s
    The same is attached, on one page.

    %s\
    """
        .formatted(why(letter), statement);
  }

  private static String why(StatementLetter letter) {
    var day = Dates.fully(letter.at().atZone(ZoneOffset.UTC).toLocalDate());
    return switch (letter.occasion()) {
      case KEPT ->
          "On %s the analysis of the outcome '%s' was read for its review\nand kept, as version %d of its evidence."
              .formatted(day, letter.outcome(), letter.version());
      case CORRECTED ->
          "On %s %s had the review of the outcome '%s' read again.\nVersion %d of its evidence corrects what you may have had before."
              .formatted(day, letter.by(), letter.outcome(), letter.version());
      case SIGNED ->
          "On %s %s signed version %d of the evidence\nof the outcome '%s'."
              .formatted(day, letter.by(), letter.version(), letter.outcome());
      case ASKED ->
          "On %s %s sent you version %d of the evidence\nof the outcome '%s'."
              .formatted(day, letter.by(), letter.version(), letter.outcome());
    };
  }
}
