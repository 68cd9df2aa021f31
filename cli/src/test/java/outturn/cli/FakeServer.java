package outturn.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on a free port of this machine that answers what a test tells it to, and remembers what
/// it was asked.
public final class FakeServer implements AutoCloseable {
  private static final String API = "/api/v1";

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private record Answer(int status, String type, String body, Map<String, String> headers) {}

  /// What a request was.
  ///
  /// @param call method, path and query: `GET /api/v1/runs?limit=5`
  public record Asked(String call, String body, Map<String, String> headers) {}

  public FakeServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Answers a call, by method and path below `/api/v1`, with JSON; several answers to one call
  /// come in turn, and the last one stays.
  public FakeServer on(String call, int status, String json) {
    return on(call, new Answer(status, "application/json", json, Map.of()));
  }

  public FakeServer refuses(String call, int status, String code, String detail, String more) {
    var json =
        "{\"type\":\"urn:outturn:problem:%s\",\"title\":\"No\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%1$s\"%s}"
            .formatted(code, status, detail, more);
    return on(
        call, new Answer(status, "application/problem+json", json, Map.of("Retry-After", "7")));
  }

  public FakeServer onText(String call, String type, String text) {
    return on(call, new Answer(200, type, text, Map.of()));
  }

  private synchronized FakeServer on(String call, Answer answer) {
    answers.computeIfAbsent(call, _ -> new ArrayDeque<>()).add(answer);
    return this;
  }

  public List<String> calls() {
    return asked.stream().map(Asked::call).toList();
  }

  public Asked last() {
    return asked.getLast();
  }

  private synchronized Answer answer(String call) {
    var prepared = answers.getOrDefault(call, new ArrayDeque<>());
    if (prepared.isEmpty()) return new Answer(404, "text/plain", "nothing at " + call, Map.of());
    return prepared.size() == 1 ? prepared.getFirst() : prepared.removeFirst();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var headers = new HashMap<String, String>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      var uri = exchange.getRequestURI();
      var method = exchange.getRequestMethod();
      asked.add(new Asked(method + " " + below(uri.toString()), body, headers));
      var answer = answer(method + " " + below(uri.getRawPath()));
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      var bytes = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /// Pages are not below `/api/v1`.
  private static String below(String path) {
    return path.startsWith(API) ? path.substring(API.length()) : path;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
