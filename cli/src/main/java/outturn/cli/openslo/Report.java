package outturn.cli.openslo;

import java.util.List;

/// What became of a document.
///
/// @param line at which it begins
/// @param name of it, empty if it has none
/// @param remarks of a refused one: why, and what to do
record Report(int line, String kind, String name, Outcome outcome, List<String> remarks) {
  Report {
    remarks = List.copyOf(remarks);
  }

  enum Outcome {
    TRANSLATED,
    /// Translated, with losses that the remarks tell.
    APPROXIMATED,
    REFUSED
  }

  static Report of(int line, String kind, String name, List<String> remarks) {
    return new Report(
        line, kind, name, remarks.isEmpty() ? Outcome.TRANSLATED : Outcome.APPROXIMATED, remarks);
  }
}
