package outturn.http.json;

import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import tools.jackson.databind.JsonNode;

/// Characters that no text of the database can hold: U+0000, and half of a pair that is to be one
/// character. Whoever sends them is told so at once, instead of failing where they are written.
public final class Unstorable {
  private Unstorable() {}

  /// @param name of the text, as the refusal tells it: `the query parameter 'user'`
  public static void refuse(String name, String text) {
    text.codePoints()
        .filter(Unstorable::isOne)
        .findFirst()
        .ifPresent(character -> {
          throw refused(name, character);
        });
  }

  // Of a pair that is whole, `codePoints` makes one character that is none of these.
  private static boolean isOne(int character) {
    return character == 0
        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
  }

  /// @param text that was read: plain JSON has none of these characters, they are written `\\u0000`
  static void refuse(JsonNode node, byte[] text) {
    if (holdsEscape(text)) refuse("", node);
  }

  private static boolean holdsEscape(byte[] text) {
    for (int at = 1; at < text.length; at++) {
      if (text[at] == 'u' && text[at - 1] == '\\') return true;
    }
    return false;
  }

  private static void refuse(String path, JsonNode node) {
    if (node.isString()) refuse(path.isEmpty() ? "the body" : "'" + path + "'", node.stringValue());
    int place = 0;
    for (var item : node.isArray() ? node : Json.MAPPER.createArrayNode()) {
      refuse("%s[%d]".formatted(path, place++), item);
    }
    node.properties()
        .forEach(field -> {
          refuse("a name in " + (path.isEmpty() ? "the body" : "'" + path + "'"), field.getKey());
          refuse(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
        });
  }

  private static Refused refused(String name, int character) {
    return Problem.of(
            Code.BAD_REQUEST,
            "%s holds the character U+%04X, which no text here can hold; leave it out"
                .formatted(name, character))
        .refused();
  }
}
