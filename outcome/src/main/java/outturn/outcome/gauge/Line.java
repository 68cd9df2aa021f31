package outturn.outcome.gauge;

import java.util.List;
import java.util.Locale;
import outturn.outcome.step.Verdict;

/// A finding of the gauge.
///
/// @param verdict `pass` or `warn`
/// @param text a sentence, with the names
/// @param names of the outcomes, or of the outputs, that it is about
public record Line(Kind kind, Verdict verdict, String text, List<String> names) {
  public Line {
    names = List.copyOf(names);
  }

  public enum Kind {
    /// How much of what is measured is an output.
    SHARE,
    /// Outcomes without a measure of the business's own.
    OWN_MEASURE,
    /// A green output beside a red outcome.
    WATERMELON,
    /// Outcomes that nobody of the business has agreed to.
    AGREED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
