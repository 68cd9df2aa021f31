package outturn.definition.jsonpath;

import outturn.definition.shape.Placed;
import outturn.definition.text.Problems;

/// A JSON path as it stands in a file.
public final class WrittenPath {
  private static final JsonPath WHOLE = JsonPath.parse("$");

  private WrittenPath() {}

  /// The whole document after a problem was told.
  ///
  /// @param example what could be written instead
  public static JsonPath read(Placed<String> written, String example, Problems problems) {
    try {
      return JsonPath.parse(written.value());
    } catch (IllegalArgumentException malformed) {
      problems.add(
          written.position(),
          "bad-path",
          "'%s' is not a path that is known here: %s"
              .formatted(written.value(), malformed.getMessage()),
          "write for example " + example);
      return WHOLE;
    }
  }
}
