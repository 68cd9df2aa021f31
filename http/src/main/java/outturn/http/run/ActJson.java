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
    var details = act.details();
    int slash = act.subject().indexOf('/');
    json.put("run", slash < 0 ? act.subject() : act.subject().substring(0, slash));
    json.put("verb", act.action().substring(OF_RUN.length()));
    json.put("task", slash < 0 ? details.get("task") : act.subject().substring(slash + 1));
    json.put("why", details.getOrDefault("why", details.get("comment")));
    json.put("before", details.get("before"));
    json.put("after", details.get("after"));
    return json;
  }
}
