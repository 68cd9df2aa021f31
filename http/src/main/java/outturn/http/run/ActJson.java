package outturn.http.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.store.audit.AuditEntry;

/// What somebody did to a run: a verb such as `hold`, or `note`.
final class ActJson {
  private static final String OF_RUN = "run ";

  private ActJson() {}

  static Map<String, @Nullable Object> of(AuditEntry entry) {
    var act = entry.act();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("at", entry.at());
    json.put("who", act.who());
    json.put("run", act.subject());
    json.put("verb", act.action().substring(OF_RUN.length()));
    for (var detail : new String[] {"task", "why", "before", "after"}) {
      json.put(detail, act.details().get(detail));
    }
    return json;
  }
}
