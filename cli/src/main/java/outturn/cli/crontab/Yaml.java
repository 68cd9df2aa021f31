package outturn.cli.crontab;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes single values as YAML, as plainly as they allow.
final class Yaml {
  private static final Pattern PLAIN =
      Pattern.compile("(?:[A-Za-z/$]|\\.(?![0-9]))(?:[ -~&&[^\"\\\\#:]]|:(?=[!-~])){0,99}(?<! )");
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", ".nan", ".inf");

  private Yaml() {}

  /// A value on its line.
  static String value(String text) {
    var isPlain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    return isPlain ? text : quoted(text);
  }

  /// A value in double quotes.
  static String quoted(String text) {
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

  private static boolean isPrintable(int letter) {
    return !Character.isISOControl(letter)
        && letter != '\u2028'
        && letter != '\u2029'
        && letter != '\ufeff'
        && letter < '\ufffe';
  }
}
