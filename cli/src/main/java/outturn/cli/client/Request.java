package outturn.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One request to the server, built step by step; paths are below `/api/v1`, except for pages.
public final class Request {
  private static final String API = "/api/v1/";

  private final String root;
  private final String method;
  private final List<String> path;
  private final Map<String, String> query = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String body = "";

  private Request(String root, String method, String... path) {
    this.root = root;
    this.method = method;
    this.path = List.of(path);
  }

  public static Request get(String... path) {
    return new Request(API, "GET", path);
  }

  /// A page or a file of one, which is not below `/api/v1`.
  public static Request page(String... path) {
    return new Request("/", "GET", path);
  }

  public static Request post(String... path) {
    return new Request(API, "POST", path);
  }

  public static Request put(String... path) {
    return new Request(API, "PUT", path);
  }

  public static Request delete(String... path) {
    return new Request(API, "DELETE", path);
  }

  /// A query parameter; left out when there is no value.
  public Request with(String name, @Nullable Object value) {
    if (value != null) query.put(name, value.toString());
    return this;
  }

  /// The values of a query parameter, parted by commas; left out when there are none.
  public Request withAll(String name, List<String> values) {
    return with(name, values.isEmpty() ? null : String.join(",", values));
  }

  /// A header; left out when there is no value.
  public Request header(String name, @Nullable String value) {
    if (value != null) headers.put(name, value);
    return this;
  }

  public Request json(JsonNode value) {
    return text("application/json", value.toString());
  }

  public Request text(String contentType, String text) {
    body = text;
    return header("Content-Type", contentType);
  }

  String method() {
    return method;
  }

  String body() {
    return body;
  }

  Map<String, String> headers() {
    return headers;
  }

  /// Path and query, encoded.
  String target() {
    var segments = path.stream().map(Request::encoded).collect(Collectors.joining("/"));
    var parameters = new ArrayList<String>();
    query.forEach((name, value) -> parameters.add(encoded(name) + "=" + encoded(value)));
    var tail = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    return root + segments + tail;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return method + " " + target();
  }
}
