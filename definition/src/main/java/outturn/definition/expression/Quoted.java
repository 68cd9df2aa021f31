package outturn.definition.expression;

import java.util.Locale;

/// Quoted text inside an expression, as CEL writes it: `'a'`, `"a"`, `'''a'''`, `r'\d'`.
final class Quoted {

  private Quoted() {}

  /// The place after a literal.
  ///
  /// @param prefix where its prefix, `r` or `b`, begins; the same as `quote` without one
  /// @param quote where its first quote is
  static int end(String text, int prefix, int quote) {
    var raw = text.substring(prefix, quote).toLowerCase(Locale.ROOT).contains("r");
    var one = text.substring(quote, quote + 1);
    var mark = text.startsWith(one.repeat(3), quote) ? one.repeat(3) : one;
    var index = quote + mark.length();
    while (index < text.length()) {
      if (!raw && text.charAt(index) == '\\') {
        index += 2;
      } else if (text.startsWith(mark, index)) {
        return index + mark.length();
      } else {
        index++;
      }
    }
    return text.length();
  }

  /// The place of the `}` that closes an expression, or -1.
  static int closingBrace(String text, int from) {
    var depth = 0;
    var index = from;
    while (index < text.length()) {
      var letter = text.charAt(index);
      if (letter == '"' || letter == '\'') {
        index = end(text, rawPrefix(text, index, from), index);
        continue;
      }
      if (letter == '{') depth++;
      if (letter == '}' && depth-- == 0) return index;
      index++;
    }
    return -1;
  }

  private static int rawPrefix(String text, int quote, int from) {
    if (quote == from) return quote;
    var before = text.charAt(quote - 1);
    return before == 'r' || before == 'R' ? quote - 1 : quote;
  }
}
