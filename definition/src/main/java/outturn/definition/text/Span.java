package outturn.definition.text;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/// Where a scalar stands in its file, from its first quote or indicator to its end.
public record Span(SourceText source, int from, int to, ScalarStyle style) {

  Position start() {
    return source.position(from);
  }

  /// The place of a character of the scalar's value. Quotes, escapes, indentation and folded lines
  /// are passed over by walking both texts side by side.
  Position position(String value, int offset) {
    var raw = firstOfContent();
    var index = 0;
    while (raw < to && index < offset) {
      var wanted = value.codePointAt(index);
      var found = source.point(raw);
      if (style == ScalarStyle.DOUBLE_QUOTED && found == '\\') {
        raw = afterEscape(raw);
        index += Character.charCount(wanted);
      } else if (style == ScalarStyle.SINGLE_QUOTED && found == '\'') {
        raw += 2;
        index++;
      } else if (found == wanted || (blank(found) && blank(wanted))) {
        raw++;
        index += Character.charCount(wanted);
      } else {
        raw++;
      }
    }
    return source.position(pastIndent(raw, value, offset));
  }

  private int pastIndent(int raw, String value, int offset) {
    var at = raw;
    if (offset >= value.length() || blank(value.codePointAt(offset))) return at;
    while (at < to && blank(source.point(at))) at++;
    return at;
  }

  private int firstOfContent() {
    return switch (style) {
      case PLAIN -> from;
      case SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE -> from + 1;
      case LITERAL, FOLDED -> afterFirstLine();
    };
  }

  private int afterFirstLine() {
    var at = from;
    while (at < to && source.point(at) != '\n') at++;
    return at + 1;
  }

  private int afterEscape(int backslash) {
    if (backslash + 1 >= to) return to;
    return backslash
        + switch (source.point(backslash + 1)) {
          case 'x' -> 4;
          case 'u' -> 6;
          case 'U' -> 10;
          default -> 2;
        };
  }

  private static boolean blank(int point) {
    return point == ' ' || point == '\n' || point == '\r' || point == '\t';
  }
}
