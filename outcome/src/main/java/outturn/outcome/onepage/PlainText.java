package outturn.outcome.onepage;

import java.util.ArrayList;
import java.util.List;

/// A statement as plain text, for mail and terminals: lines of at most 72 characters, except for
/// words that are longer.
public final class PlainText {
  private static final int WIDTH = 72;
  private static final String INDENT = "  ";

  private PlainText() {}

  /// Every part but the chart, which has no letters; its caption stays.
  public static String of(OnePage page) {
    var lines = new ArrayList<String>();
    lines.addAll(wrapped(page.title(), ""));
    lines.add("=".repeat(Math.min(WIDTH, page.title().length())));
    for (var section : page.sections()) {
      lines.add("");
      lines.add(section.part().title());
      for (var line : section.lines()) {
        var text = line.label().isEmpty() ? line.text() : line.label() + ": " + line.text();
        lines.addAll(wrapped(text, INDENT));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> wrapped(String text, String indent) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(indent);
    for (var word : text.strip().split(" +", -1)) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(indent.length());
      }
      if (line.length() > indent.length()) line.append(' ');
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
