package outturn.outcome.onepage;

import java.util.List;
import java.util.stream.Stream;
import outturn.outcome.words.Titles;

/// Keeps texts so short that a page holds them, and says where something was left out.
final class Cut {
  private static final int LABEL = 60;
  private static final int TITLE = 110;
  private static final int SENTENCES = 460;
  private static final int WORDS = 300;

  private Cut() {}

  static String label(String text) {
    return to(text, LABEL);
  }

  static String title(String text) {
    return to(text, TITLE);
  }

  /// What people have written themselves.
  static String words(String text) {
    return to(text, WORDS);
  }

  static String sentences(String text) {
    return to(text, SENTENCES);
  }

  /// The text on one line, or its beginning with an ellipsis, at a space where one is near.
  static String to(String text, int most) {
    var line = text.replaceAll("\\s*\\R\\s*", " ").strip();
    if (line.codePointCount(0, line.length()) <= most) return line;
    int end = line.offsetByCodePoints(0, most - 1);
    int space = line.lastIndexOf(' ', end);
    return line.substring(0, space > end / 2 ? space : end).stripTrailing() + "…";
  }

  /// A text with the short form of a title that stands in it.
  static String inside(String text, String title) {
    var brief = label(title);
    if (brief.equals(title)) return text;
    return text.replace(title, brief).replace(Titles.first(title), Titles.first(brief));
  }

  /// The first few, and how many more there are.
  static List<String> first(List<String> all, int most) {
    if (all.size() <= most) return all;
    var more = "%d more".formatted(all.size() - most);
    return Stream.concat(all.stream().limit(most), Stream.of(more)).toList();
  }

  /// With a full stop.
  static String sentence(String text) {
    var bare = text.strip();
    return bare.isEmpty() || bare.endsWith(".") || bare.endsWith("…") ? bare : bare + ".";
  }
}
