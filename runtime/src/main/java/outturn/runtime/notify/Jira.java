package outturn.runtime.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.runtime.notify.TicketDesk.Ask;
import outturn.runtime.notify.TicketDesk.Opened;

/// Issues of Jira, by its REST API 2, which Cloud and Data Center both have.
final class Jira implements TicketDesk.Words {
  private static final String API = "/rest/api/2/";

  @Override
  public Ask found(String mark) {
    return Ask.get(
        API
            + "search?maxResults=1&fields=key&jql="
            + TicketDesk.encoded("labels = \"" + mark + "\""));
  }

  @Override
  public Ask open(String mark, String title, String text, Map<String, Object> fields) {
    Map<String, Object> issue = new LinkedHashMap<>(fields);
    issue.put("project", Map.of("key", fields.getOrDefault("project", "")));
    issue.put("issuetype", Map.of("name", fields.getOrDefault("issuetype", "Task")));
    issue.put("summary", title);
    issue.put("description", text);
    issue.put("labels", List.of(mark));
    return new Ask("POST", API + "issue", Optional.of(Map.of("fields", issue)));
  }

  @Override
  public Ask comment(String key, String text) {
    return new Ask("POST", API + "issue/" + key + "/comment", Optional.of(Map.of("body", text)));
  }

  /// Jira closes by a transition, whose number differs from one project to the next: without one
  /// there is a comment only.
  @Override
  public List<Ask> close(String key, String text, Optional<String> closed) {
    if (closed.isEmpty()) return List.of(comment(key, text));
    var transition = Map.<String, Object>of("transition", Map.of("id", closed.get()));
    return List.of(
        comment(key, text),
        new Ask("POST", API + "issue/" + key + "/transitions", Optional.of(transition)));
  }

  @Override
  public Optional<Opened> opened(Object answer) {
    if (!(answer instanceof Map<?, ?> whole)) return Optional.empty();
    if (whole.get("issues") instanceof List<?> issues) {
      return issues.isEmpty() ? Optional.empty() : opened(issues.getFirst());
    }
    return whole.get("key") instanceof String key
        ? Optional.of(new Opened(key, key, "/browse/" + key))
        : Optional.empty();
  }
}
