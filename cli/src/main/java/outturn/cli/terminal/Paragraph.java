package outturn.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/// Breaks text between words.
final class Paragraph {
  private static final int LEAST = 10;

  private Paragraph() {}

  /// Lines of at most so many columns; a longer word stands alone.
  static List<String> lines(String text, int columns) {
    var room = Math.max(LEAST, columns);
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : Letters.harmless(text).strip().split(" +", -1)) {
      var taken = Letters.width(line.toString());
      if (taken > 0 && taken + 1 + Letters.width(word) > room) {
        lines.add(line.toString());
        line.setLength(0);
        taken = 0;
      }
      line.append(taken > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
