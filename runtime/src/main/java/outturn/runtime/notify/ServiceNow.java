package outturn.runtime.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.runtime.notify.TicketDesk.Ask;
import outturn.runtime.notify.TicketDesk.Opened;

/// Incidents of ServiceNow, by its Table API.
final class ServiceNow implements TicketDesk.Words {
  private static final String TABLE = "/api/now/table/incident";
  private static final String RESOLVED = "6";

  @Override
  public Ask found(String mark) {
    return Ask.get(TABLE + "?sysparm_limit=1&sysparm_query=correlation_id%3D" + mark);
  }

  @Override
  public Ask open(String mark, String title, String text, Map<String, Object> fields) {
    Map<String, Object> body = new LinkedHashMap<>(fields);
    body.put("short_description", title);
    body.put("description", text);
    body.put("correlation_id", mark);
    return new Ask("POST", TABLE, Optional.of(body));
  }

  @Override
  public Ask comment(String key, String text) {
    return new Ask("PATCH", TABLE + "/" + key, Optional.of(Map.of("work_notes", text)));
  }

  @Override
  public List<Ask> close(String key, String text, Optional<String> closed) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("state", closed.orElse(RESOLVED));
    body.put("close_code", "Resolved by caller");
    body.put("close_notes", text);
    return List.of(new Ask("PATCH", TABLE + "/" + key, Optional.of(body)));
  }

  @Override
  public Optional<Opened> opened(Object answer) {
    if (!(answer instanceof Map<?, ?> whole)) return Optional.empty();
    var result = whole.get("result");
    if (result instanceof List<?> list) result = list.isEmpty() ? Map.of() : list.getFirst();
    if (!(result instanceof Map<?, ?> incident)) return Optional.empty();
    if (!(incident.get("number") instanceof String number)
        || !(incident.get("sys_id") instanceof String key)) {
      return Optional.empty();
    }
    return Optional.of(new Opened(number, key, "/nav_to.do?uri=incident.do?sys_id=" + key));
  }
}
