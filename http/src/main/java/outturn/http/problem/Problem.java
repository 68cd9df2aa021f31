package outturn.http.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import outturn.http.json.Json;
import outturn.http.route.Answer;

/// A request that is not carried out, as RFC 9457 tells it.
///
/// @param detail what was found, what was expected, what to do
/// @param more further members, such as `errors`
/// @param headers such as `Retry-After`
public record Problem(
    Code code, String detail, Map<String, Object> more, Map<String, String> headers) {

  public static Problem of(Code code, String detail) {
    return new Problem(code, detail, Map.of(), Map.of());
  }

  /// One that may succeed when it is asked again in a second.
  public static Problem again(Code code, String detail) {
    return new Problem(code, detail, Map.of(), Map.of("Retry-After", "1"));
  }

  public Problem with(String member, Object value) {
    var members = new LinkedHashMap<>(more);
    members.put(member, value);
    return new Problem(code, detail, members, headers);
  }

  public Problem withHeader(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Problem(code, detail, more, all);
  }

  public byte[] json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", "urn:outturn:problem:" + code.word());
    members.put("title", code.title());
    members.put("status", code.status());
    members.put("detail", detail);
    members.put("code", code.word());
    members.putAll(more);
    return Json.bytes(members);
  }

  public Answer answer() {
    return new Answer.Whole(code.status(), "application/problem+json", json(), headers);
  }

  /// To be thrown where no answer can be returned.
  public Refused refused() {
    return new Refused(this);
  }
}
