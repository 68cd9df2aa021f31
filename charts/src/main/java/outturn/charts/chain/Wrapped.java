package outturn.charts.chain;

import java.util.ArrayList;
import java.util.List;
import outturn.charts.svg.TextWidth;

/// A text in lines that fit; the last has an ellipsis when there is more.
final class Wrapped {
  private Wrapped() {}

  static List<String> lines(String text, double fontSize, double room, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (lines.size() < most - 1 && TextWidth.of(rest, fontSize) > room) {
      String line = begin(rest, fontSize, room);
      lines.add(line);
      rest = rest.substring(line.length()).strip();
    }
    lines.add(TextWidth.fit(rest, fontSize, room));
    return lines;
  }

  /// Whole words, up to a hyphen, or a part of a word that is longer than a line.
  private static String begin(String text, double fontSize, double room) {
    int fits = text.offsetByCodePoints(0, 1);
    int last = 0;
    for (int end = fits; end < text.length(); end = text.offsetByCodePoints(end, 1)) {
      if (TextWidth.of(text.substring(0, end), fontSize) > room) {
        break;
      }
      fits = end;
      if (text.charAt(end) == ' ' || text.charAt(end - 1) == '-') {
        last = end;
      }
    }
    return text.substring(0, last > 0 ? last : fits);
  }
}
