package outturn.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who asks the server over the network, with the same headers each time.
public final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final int port;
  private final Map<String, String> headers;

  Client(int port) {
    this(port, Map.of());
  }

  private Client(int port, Map<String, String> headers) {
    this.port = port;
    this.headers = Map.copyOf(headers);
  }

  /// An answer of the server.
  public record Answer(int status, Map<String, String> headers, String body) {
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /// The media type, without its parameters.
    String type() {
      return headers.getOrDefault("content-type", "").replaceAll(";.*", "");
    }

    /// The code of a problem.
    public String code() {
      return json().path("code").asString("");
    }

    public String detail() {
      return json().path("detail").asString("");
    }
  }

  public Map<String, String> headers() {
    return headers;
  }

  public Client with(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Client(port, more);
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  /// Sends a value as JSON.
  public Answer post(String path, Object body) {
    return send("POST", path, JSON.writeValueAsString(body));
  }

  /// Sends it, and holds the answer against the API's document.
  public Answer send(String method, String path, String body) {
    var publisher = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    try {
      var answer = answer(HTTP.send(request(method, path, publisher), BodyHandlers.ofString()));
      var breaches = Contract.HERE.breaches(method, path, body, answer);
      if (breaches.isEmpty()) return answer;
      throw new AssertionError(
          "%s %s: %d %s%nis not as the document says: %s"
              .formatted(method, path, answer.status(), answer.body(), breaches));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// The lines of an answer as they come.
  public Stream<String> lines(String path) {
    try {
      return HTTP.send(request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofLines())
          .body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    headers.forEach(request::header);
    return request.build();
  }

  private static Answer answer(HttpResponse<String> response) {
    var headers = new HashMap<String, String>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    return new Answer(response.statusCode(), headers, response.body());
  }

  /// Starts a run and answers its id.
  public String start(Object wish) {
    return post("/api/v1/runs", wish).json().path("id").asString();
  }

  /// The run, as soon as it has reached a state.
  public JsonNode await(String run, String state) {
    for (int i = 0; i < 400; i++) {
      var json = get("/api/v1/runs/" + run).json();
      if (json.path("state").asString("").equals(state)) return json;
      pause();
    }
    throw new AssertionError(get("/api/v1/runs/" + run).body());
  }

  /// A task of a run, as soon as it has reached a state.
  public JsonNode await(String run, String task, String state) {
    for (int i = 0; i < 400; i++) {
      for (var each : get("/api/v1/runs/" + run).json().path("tasks")) {
        boolean named = each.path("name").asString().equals(task);
        if (named && each.path("state").asString().equals(state)) return each;
      }
      pause();
    }
    throw new AssertionError(get("/api/v1/runs/" + run).body());
  }

  static void pause() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// The files of a folder as a plan or an apply wants them.
  static Map<String, String> files(Path folder) {
    try (var all = Files.walk(folder)) {
      var files = new LinkedHashMap<String, String>();
      for (var path : all.filter(Files::isRegularFile).sorted().toList()) {
        var bytes = Files.readAllBytes(path);
        files.put(folder.relativize(path).toString(), Base64.getEncoder().encodeToString(bytes));
      }
      return files;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// A project that is one file, as it is sent.
  public static Map<String, String> onlyFile(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Map.of("outturn.yaml", Base64.getEncoder().encodeToString(bytes));
  }
}
