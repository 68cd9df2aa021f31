package outturn.http.event;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.engine.run.RunId;
import outturn.store.event.EventEntry;

/// An event and what has become of it, as JSON.
final class EventJson {
  private EventJson() {}

  static Map<String, @Nullable Object> of(EventEntry entry) {
    var event = entry.event();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("trigger", event.trigger());
    json.put("part", orNull(event.part()));
    json.put("key", event.key());
    json.put("state", entry.fate().word());
    json.put("run", entry.run().map(RunId::toString).orElse(null));
    json.put("reason", orNull(entry.reason()));
    json.put("businessDate", event.businessDate());
    json.put("came", event.at());
    json.put("values", event.values());
    return json;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
