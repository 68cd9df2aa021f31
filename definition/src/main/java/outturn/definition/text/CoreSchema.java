package outturn.definition.text;

import java.util.regex.Pattern;

/// The core schema of YAML 1.2.2, chapter 10.3: what a plain scalar is.
final class CoreSchema {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private CoreSchema() {}

  static Node.ScalarKind kindOf(String text) {
    switch (text) {
      case "", "~", "null", "Null", "NULL" -> {
        return Node.ScalarKind.NULL;
      }
      case "true", "True", "TRUE", "false", "False", "FALSE" -> {
        return Node.ScalarKind.TRUTH;
      }
      default -> {}
    }
    if ("0123456789+-.".indexOf(text.charAt(0)) < 0) return Node.ScalarKind.TEXT;
    if (WHOLE.matcher(text).matches()) return Node.ScalarKind.WHOLE;
    return DECIMAL.matcher(text).matches() ? Node.ScalarKind.DECIMAL : Node.ScalarKind.TEXT;
  }
}
