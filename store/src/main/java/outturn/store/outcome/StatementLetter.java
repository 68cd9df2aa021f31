package outturn.store.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An impact statement that is sent by mail.
///
/// @param id of the mail, the same at each try
/// @param version of the evidence that it tells
/// @param by who kept, corrected, signed or asked
/// @param at what it tells is what was known then
public record StatementLetter(
    String id,
    String outcome,
    int version,
    Occasion occasion,
    String channel,
    String by,
    Instant at) {

  /// Why it is sent.
  public enum Occasion {
    /// The analysis of a review was kept.
    KEPT,
    CORRECTED,
    SIGNED,
    /// Somebody asked for it.
    ASKED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A letter that is to be sent now.
  ///
  /// @param tries with this one
  public record Due(StatementLetter letter, int tries) {}

  /// A letter and what became of it.
  ///
  /// @param next when it is tried next
  /// @param to whom it was sent
  /// @param error of the latest try
  public record Fate(
      StatementLetter letter,
      int tries,
      Optional<Instant> next,
      Optional<Instant> sent,
      List<String> to,
      Optional<String> error) {

    public Fate {
      to = List.copyOf(to);
    }

    /// `sent`, `waiting`, or `given-up`.
    public String state() {
      if (sent.isPresent()) return "sent";
      return next.isPresent() ? "waiting" : "given-up";
    }
  }
}
