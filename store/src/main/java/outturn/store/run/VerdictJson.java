package outturn.store.run;

import java.util.Map;
import outturn.engine.verb.Verdict;

/// What came of a command, as the JSON that is kept.
public final class VerdictJson {
  private VerdictJson() {}

  public static Map<String, Object> of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Done(var before, var after) -> Map.of("before", before, "after", after);
      case Verdict.Unchanged(var state) -> Map.of("unchanged", state);
      case Verdict.Refused(var reason) -> Map.of("refused", reason);
    };
  }

  static Verdict read(Map<String, Object> json) {
    if (json.get("refused") instanceof String reason) return new Verdict.Refused(reason);
    if (json.get("unchanged") instanceof String state) return new Verdict.Unchanged(state);
    return new Verdict.Done(text(json, "before"), text(json, "after"));
  }

  private static String text(Map<String, Object> json, String name) {
    return json.get(name) instanceof String text ? text : "";
  }
}
