package outturn.cli.crontab;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes single values as YAML, as plainly as they allow.
public final class Yaml {
  private static final Pattern PLAIN =
      Pattern.compile("(?:[A-Za-z/$]|\\.(?![0-9]))(?:[ -~&&[^\"\\\\#:]]|:(?=[!-~])){0,99}(?<! )");
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", ".nan", ".inf");

  private Yaml() {}

  /// A value on its line.
  public static String value(String text) {
    var isPlain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    return isPlain ? text : quoted(text);
  }

  /// A value in double quotes.
  public static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars().mapToObj(Yaml::escaped).forEach(quoted::append);
    return quoted.append('"').toString();
  }

  private static String escaped(int letter) {
    return switch (letter) {
      case '"', '\\' -> "\\" + (char) letter;
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> isPrintable(letter) ? Character.toString(letter) : "\\u%04x".formatted(letter);
    };
  }

  /// A text of a shell: on its line if it is plain, else below it, where nothing is escaped.
  static String block(String text, int indent) {
    var isLiteral =
        text.chars().allMatch(letter -> isPrintable(letter) || letter == '\n' || letter == '\t')
            && !text.isEmpty()
            && !Character.isWhitespace(text.charAt(0))
            && !text.endsWith("\n");
    var onLine = value(text);
    if (onLine.equals(text) || !isLiteral) return onLine;
    var before = "\n" + " ".repeat(indent);
    return "|-" + before + text.replace("\n", before);
  }

  /// A line that is no part of the document; what YAML forbids becomes a blank.
  static String comment(String text) {
    var allowed = new StringBuilder("#");
    if (!text.isEmpty()) allowed.append(' ');
    text.chars()
        .map(letter -> isPrintable(letter) || letter == '\t' ? letter : ' ')
        .forEach(letter -> allowed.append((char) letter));
    return allowed.append('\n').toString();
  }

  /// Whether YAML allows it and an editor shows it.
  private static boolean isPrintable(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
