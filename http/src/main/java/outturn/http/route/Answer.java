package outturn.http.route;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.http.json.Json;

/// What a handler answers.
public sealed interface Answer {

  /// An answer with its body.
  ///
  /// @param type the media type, empty for no body
  final class Whole implements Answer {
    private final int status;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;
    private volatile byte @Nullable [] packed;

    public Whole(int status, String type, byte[] body, Map<String, String> headers) {
      this.status = status;
      this.type = type;
      this.body = body;
      this.headers = Map.copyOf(headers);
    }

    /// The same with a header more.
    public Whole with(String name, String value) {
      var more = new HashMap<>(headers);
      more.put(name, value);
      return new Whole(status, type, body, more);
    }

    public int status() {
      return status;
    }

    public String type() {
      return type;
    }

    /// The bytes themselves, not a copy.
    public byte[] body() {
      return body;
    }

    public Map<String, String> headers() {
      return headers;
    }

    /// The body for those who take gzip. It is kept, since some answers are sent to many.
    public byte[] packed() {
      var kept = packed;
      if (kept != null) return kept;
      var made = Gzip.packed(body);
      packed = made;
      return made;
    }
  }

  /// Events that are sent as they happen, for as long as the caller listens.
  record Live(Source source) implements Answer {}

  /// A file of a size that nobody knows before, written as it is sent.
  record Download(String type, Body body) implements Answer {}

  /// Writes a body once, and fails when nobody listens any more; a failure breaks the answer off,
  /// so that the caller does not take it for whole.
  @FunctionalInterface
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  /// Sends events until there are no more, or until the outlet fails since nobody listens.
  @FunctionalInterface
  interface Source {
    void send(Outlet outlet) throws InterruptedException;
  }

  /// Where events go.
  interface Outlet {
    void event(String name, Object data);

    /// Keeps the connection open, and finds out whether anybody listens.
    void heartbeat();
  }

  static Answer json(Object value) {
    return new Whole(200, "application/json", Json.bytes(value), Map.of());
  }

  static Answer json(int status, Object value, Map<String, String> headers) {
    return new Whole(status, "application/json", Json.bytes(value), headers);
  }

  static Answer text(String type, String body) {
    return text(200, type, body);
  }

  static Whole text(int status, String type, String body) {
    return new Whole(status, type, body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static Answer nothing() {
    return nothing(Map.of());
  }

  static Answer nothing(Map<String, String> headers) {
    return new Whole(204, "", new byte[0], headers);
  }

  static Answer redirect(String to, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put("Location", to);
    return new Whole(303, "", new byte[0], all);
  }
}
