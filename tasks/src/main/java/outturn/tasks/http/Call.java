package outturn.tasks.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.tasks.output.Json;
import outturn.tasks.setting.Settings;

/// What is asked of a web service.
///
/// @param expect the codes that mean success; empty means 200 to 299
record Call(
    String method,
    URI address,
    Map<String, String> headers,
    Optional<String> body,
    List<Long> expect) {

  private static final String CONTENT_TYPE = "Content-Type";
  private static final int OK = 200;
  private static final int REDIRECTS = 300;

  static Call of(Settings settings) {
    var headers = new LinkedHashMap<String, String>();
    settings.map("headers").forEach((name, value) -> headers.put(name, String.valueOf(value)));
    var given = settings.any("body");
    if (given.isPresent() && headers.keySet().stream().noneMatch(CONTENT_TYPE::equalsIgnoreCase)) {
      headers.put(
          CONTENT_TYPE,
          given.get() instanceof String ? "text/plain; charset=utf-8" : "application/json");
    }
    return new Call(
        settings.optionalText("method").orElse("GET").toUpperCase(Locale.ROOT),
        address(settings.text("url")),
        headers,
        given.map(body -> body instanceof String text ? text : Json.write(body)),
        settings.list("expect").stream().map(Call::code).toList());
  }

  HttpRequest request(Duration within) {
    var builder =
        HttpRequest.newBuilder(address)
            .timeout(within)
            .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    headers.forEach(builder::header);
    return builder.build();
  }

  boolean expects(int status) {
    return expect.isEmpty() ? status >= OK && status < REDIRECTS : expect.contains((long) status);
  }

  String expected() {
    if (expect.isEmpty()) return "200 to 299";
    return expect.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /// Whether an address is on the same host and port, and no less safe.
  boolean mayFollow(URI other) {
    if (other.getHost() == null || !other.getHost().equalsIgnoreCase(address.getHost())) {
      return false;
    }
    if (other.getScheme().equalsIgnoreCase(address.getScheme())) {
      return other.getPort() == address.getPort();
    }
    return "https".equalsIgnoreCase(other.getScheme())
        && other.getPort() == -1
        && address.getPort() == -1;
  }

  /// The same call after a redirect; after 303, and 301 and 302 to a `POST`, it only reads.
  Call redirected(int status, URI to) {
    var reads = status == 303 || (status <= 302 && method.equals("POST"));
    return reads && !method.equals("HEAD")
        ? new Call("GET", to, without(headers, CONTENT_TYPE), Optional.empty(), expect)
        : new Call(method, to, headers, body, expect);
  }

  /// What a log or a message may show: no query, no user.
  static String shown(URI address) {
    var port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return "%s://%s%s%s".formatted(address.getScheme(), address.getHost(), port, address.getPath());
  }

  private static Map<String, String> without(Map<String, String> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase(name))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static URI address(String url) {
    var address = URI.create(url);
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException(
          "setting 'url' is not an address of the form https://host/path: " + url);
    }
    return address;
  }

  private static long code(Object value) {
    if (value instanceof Number number) return number.longValue();
    throw new IllegalArgumentException(
        "setting 'expect' holds '%s'; expected status codes".formatted(value));
  }
}
