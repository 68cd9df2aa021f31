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
  /// @throws outturn.http.problem.Refused when it is no JSON
  public static Object read(byte[] body) {
    if (body.length == 0) return Map.of();
    try {
      var value = Json.MAPPER.readValue(body, Object.class);
      return value == null ? Map.of() : value;
    } catch (JacksonException malformed) {
      throw Problem.of(Code.BAD_REQUEST, "the body is not JSON: " + malformed.getOriginalMessage())
          .refused();
    }
  }
}
