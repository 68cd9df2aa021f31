package outturn.http.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;

/// The fields of a page's form, as browsers send them.
public final class Form {
  private static final int MOST_FIELDS = 100;

  private Form() {}

  /// The fields of a request's body; of two with one name the last.
  ///
  /// @throws outturn.http.problem.Refused when it is no form
  public static Map<String, String> of(Call call) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : new String(call.body(), UTF_8).split("&", MOST_FIELDS)) {
      int equals = pair.indexOf('=');
      if (equals > 0)
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8).replace("\0", "");
    } catch (IllegalArgumentException malformed) {
      throw Problem.of(
              Code.BAD_REQUEST,
              "expected a form as browsers send it, found a field that is not encoded so")
          .refused();
    }
  }
}
