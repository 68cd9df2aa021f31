package outturn.cli.terminal;

import java.util.regex.Pattern;

/// What text takes up on a terminal, and which of it is safe to print.
public final class Letters {
  /// Escape sequences of ECMA-48: control sequences, operating system commands, and short ones.
  private static final Pattern ESCAPES =
      Pattern.compile(
          "\u001b\\[[0-?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(\u0007|\u001b\\\\)?|\u001b[@-_]?");

  private Letters() {}

  /// The text without escape sequences, with a space for each other control character.
  public static String harmless(String text) {
    if (text.codePoints().noneMatch(Letters::isControl)) return text;
    var kept = new StringBuilder();
    ESCAPES
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .map(point -> isControl(point) ? ' ' : point)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /// Columns of a text; characters of East Asian scripts and pictures take two.
  public static int width(String text) {
    return text.codePoints().map(Letters::width).sum();
  }

  /// The text in at most so many columns, the cut marked.
  static String cut(String text, int columns, String mark) {
    if (width(text) <= columns) return text;
    var kept = new StringBuilder();
    var left = columns - width(mark);
    for (var point : text.codePoints().toArray()) {
      left -= width(point);
      if (left < 0) break;
      kept.appendCodePoint(point);
    }
    return kept.toString().stripTrailing() + mark;
  }

  private static boolean isControl(int point) {
    return Character.isISOControl(point) || isOverride(point);
  }

  /// Characters that turn the direction of what follows them.
  private static boolean isOverride(int point) {
    return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
  }

  private static int width(int point) {
    if (point < 0x300) return 1;
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  /// The blocks that Unicode's East Asian Width (UAX 11) counts as wide.
  private static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115f)
        || (point >= 0x2e80 && point <= 0xa4cf && point != 0x303f)
        || (point >= 0xac00 && point <= 0xd7a3)
        || (point >= 0xf900 && point <= 0xfaff)
        || (point >= 0xfe30 && point <= 0xfe6f)
        || (point >= 0xff00 && point <= 0xff60)
        || (point >= 0xffe0 && point <= 0xffe6)
        || (point >= 0x1f300 && point <= 0x1faff)
        || (point >= 0x20000 && point <= 0x3fffd);
  }
}
