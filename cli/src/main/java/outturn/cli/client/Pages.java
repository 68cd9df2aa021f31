package outturn.cli.client;

import tools.jackson.databind.JsonNode;

/// Reads a list of the API to its end.
public final class Pages {
  private static final int PAGE = 500;

  private Pages() {}

  /// All pages of a list as one: `{"items": […], "next": null}`.
  public static JsonNode all(Client client, Request request) {
    var whole = Json.object();
    var items = whole.putArray("items");
    request.with("limit", PAGE);
    while (true) {
      var page = new Fields(client.send(request));
      page.list("items").forEach(item -> items.add(item.json()));
      var next = page.find("next");
      if (next.isEmpty()) break;
      request.with("after", next.get());
    }
    whole.putNull("next");
    return whole;
  }
}
