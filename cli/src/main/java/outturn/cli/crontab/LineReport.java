package outturn.cli.crontab;

import java.util.List;
import java.util.Locale;
import outturn.cli.crontab.CrontabLine.Entry;

/// What became of a line.
///
/// @param workflow empty when it became none
/// @param remarks of a refused line: why, and what to do
record LineReport(CrontabLine line, Outcome outcome, String workflow, List<Remark> remarks) {

  enum Outcome {
    TRANSLATED,
    /// Translated, with differences that the remarks tell.
    APPROXIMATED,
    REFUSED,
    /// A job that was commented out, and still is.
    DISABLED,
    /// A comment or an empty line.
    NOTHING;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  LineReport {
    remarks = List.copyOf(remarks);
  }

  static LineReport refused(CrontabLine line, String reason) {
    return new LineReport(line, Outcome.REFUSED, "", List.of(Remark.difference(reason)));
  }

  static LineReport nothing(CrontabLine line) {
    return new LineReport(line, Outcome.NOTHING, "", List.of());
  }

  static LineReport taken(CrontabLine line, String workflow, List<Remark> remarks) {
    var differs = remarks.stream().anyMatch(remark -> remark.weight() == Remark.Weight.DIFFERENCE);
    var outcome = differs ? Outcome.APPROXIMATED : Outcome.TRANSLATED;
    return new LineReport(line, outcome, workflow, remarks);
  }

  static LineReport disabled(CrontabLine line, String workflow, List<Remark> remarks) {
    return new LineReport(line, Outcome.DISABLED, workflow, remarks);
  }

  /// Whether a workflow came of it that runs.
  boolean isJob() {
    return switch (outcome) {
      case TRANSLATED, APPROXIMATED -> line.content() instanceof Entry;
      case REFUSED, DISABLED, NOTHING -> false;
    };
  }
}
