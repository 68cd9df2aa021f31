package outturn.cli.evidence.bsts;

import outturn.cli.csv.Timeline;
import outturn.evidence.series.Window;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A stretch of periods as it is written, with both ends: `1:70`, `1975-01:1983-01`.
record Stretch(String first, String last) {

  /// Where it is among the periods of a file; it is empty if it ends before it begins.
  Window in(Timeline timeline) {
    var from = timeline.index(first);
    return new Window(from, Math.max(from, timeline.index(last) + 1));
  }

  /// Reads a stretch.
  static final class Converter implements ITypeConverter<Stretch> {
    @Override
    public Stretch convert(String text) {
      var ends = text.split(":", -1);
      if (ends.length == 2 && !ends[0].isBlank() && !ends[1].isBlank()) {
        return new Stretch(ends[0].strip(), ends[1].strip());
      }
      throw new TypeConversionException(
          "expected FIRST:LAST, such as 1:70 or 1975-01:1983-01, not '%s'".formatted(text));
    }
  }
}
