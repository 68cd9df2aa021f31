package outturn.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import outturn.cli.client.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A server on a free port of this machine whose runs take as many looks as a test says, and then
/// have ended in 40 ms.
final class RunningServer implements AutoCloseable {
  private static final String RUNS = "/api/v1/runs";

  private final HttpServer server;
  private final List<String> calls = new ArrayList<>();
  private final List<ObjectNode> runs = new ArrayList<>();
  private String files = "";
  private String end = "succeeded";
  private int looksUntilEnd = 2;
  private int looks;

  RunningServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  synchronized RunningServer endingAs(String state) {
    end = state;
    return this;
  }

  synchronized RunningServer neverEnding() {
    looksUntilEnd = Integer.MAX_VALUE;
    return this;
  }

  /// How often a request came: `POST /api/v1/runs`.
  synchronized long count(String call) {
    return calls.stream().filter(call::equals).count();
  }

  /// The runs that were started.
  synchronized List<ObjectNode> runs() {
    return List.copyOf(runs);
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().endsWith("/events")) {
      tell(exchange);
      return;
    }
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var answer = answer(exchange, body).toString().getBytes(UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /// Tells once that something has changed, and ends with the server.
  private static void tell(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write("event:changed\n\n".getBytes(UTF_8));
    exchange.getResponseBody().flush();
  }

  private synchronized JsonNode answer(HttpExchange exchange, String body) {
    var path = exchange.getRequestURI().getPath();
    var call = exchange.getRequestMethod() + " " + path;
    calls.add(call);
    if (call.equals("POST " + RUNS)) return start(Json.read(body).orElseThrow());
    if (call.equals("GET " + RUNS)) return list(exchange.getRequestURI().getQuery());
    if (call.startsWith("GET " + RUNS + "/")) return one(path.substring(RUNS.length() + 1));
    if (call.startsWith("GET ")) return Json.object();
    var sent = Json.read(body).orElseThrow().path("files").toString();
    if (path.endsWith("/plan")) {
      return Json.object().put("base", 3).put("unchanged", sent.equals(files));
    }
    files = sent;
    return Json.object().put("number", 4);
  }

  private JsonNode start(JsonNode body) {
    looks = 0;
    if (!body.has("runs")) return begun(body);
    var answer = Json.object();
    var begun = answer.putArray("runs");
    body.path("runs").values().forEach(wish -> begun.add(begun(wish)));
    return answer;
  }

  private ObjectNode begun(JsonNode wish) {
    var run = Json.object().put("id", "run%010d".formatted(runs.size()));
    run.set("workflow", wish.path("workflow"));
    run.set("inputs", wish.path("inputs"));
    run.set("businessDate", wish.path("businessDate"));
    run.put("state", end);
    run.put("created", "2026-11-23T12:00:00Z").put("ended", "2026-11-23T12:00:00.040Z");
    runs.add(run);
    return run;
  }

  private JsonNode one(String id) {
    var run = runs.stream().filter(each -> each.path("id").asString().equals(id)).findFirst();
    var answer = run.orElseThrow().deepCopy();
    if (looks++ < looksUntilEnd) answer.putNull("ended");
    return answer;
  }

  private JsonNode list(String query) {
    var answer = Json.object().putNull("next");
    var items = answer.putArray("items");
    var live = query.contains("state=");
    if (live && (runs.isEmpty() || looks++ >= looksUntilEnd)) return answer;
    var after = query.contains("after=") ? Integer.parseInt(query.replaceAll(".*after=", "")) : 0;
    var limit = Integer.parseInt(query.replaceAll(".*limit=(\\d+).*", "$1"));
    var until = Math.min(runs.size(), after + limit);
    runs.reversed().subList(after, until).forEach(items::add);
    if (!live && until < runs.size()) answer.put("next", Integer.toString(until));
    return answer;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
