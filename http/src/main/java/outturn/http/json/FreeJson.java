package outturn.http.json;

import java.util.Map;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import tools.jackson.core.JacksonException;

/// JSON of any shape, as values: whole numbers as `Long`, others as `Double`, texts, truths, lists
/// and maps.
public final class FreeJson {
  private FreeJson() {}

  /// The body of a request; an empty map for an empty one.
  ///
  /// @throws outturn.http.problem.Refused when it is no JSON, or holds what no database can
  public static Object read(byte[] body) {
    if (body.length == 0) return Map.of();
    try {
      var node = Json.read(body);
      return node.isNull() ? Map.of() : Json.MAPPER.treeToValue(node, Object.class);
    } catch (JacksonException malformed) {
      throw Problem.of(Code.BAD_REQUEST, "the body is not JSON: " + malformed.getOriginalMessage())
          .refused();
    }
  }
}
