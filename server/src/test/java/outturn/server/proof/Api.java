package outturn.server.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody with a token who uses the API of a server.
public record Api(String url, String token) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  public static final JsonMapper JSON = JsonMapper.shared();

  /// What the server answered.
  public record Answer(int status, String body) {
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /// The answer, if the server did as it was told.
    public JsonNode good() {
      if (status >= 300) throw new AssertionError(status + ": " + body);
      return json();
    }

    public String code() {
      return json().path("code").asString("");
    }

    public String detail() {
      return json().path("detail").asString("");
    }
  }

  public Answer get(String path) {
    return send("GET", path, "", Map.of());
  }

  public Answer post(String path, Object body) {
    return post(path, body, Map.of());
  }

  public Answer post(String path, Object body, Map<String, String> headers) {
    return send("POST", path, JSON.writeValueAsString(body), headers);
  }

  /// How the server says that it is.
  public JsonNode health() {
    try {
      var request = HttpRequest.newBuilder(URI.create(url + "/health")).build();
      return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public void secret(String name, String value) {
    var answer = send("PUT", "/secrets/" + name, value, Map.of());
    if (answer.status() != 204) throw new AssertionError(answer);
  }

  private Answer send(String method, String path, String body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .timeout(Duration.ofMinutes(1))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// What becomes of objects that are no longer in a project's files.
  public enum Prune {
    KEEP,
    REMOVE
  }

  /// Puts a project of one file in force.
  public JsonNode apply(String project, String yaml) {
    return apply(project, Map.of("all.yaml", yaml), Prune.KEEP);
  }

  public JsonNode apply(String project, Map<String, String> files, Prune prune) {
    return apply(project, files, prune, plan(project, files).good().path("base").intValue()).good();
  }

  public Answer plan(String project, Map<String, String> files) {
    return post("/projects/" + project + "/plan", Map.of("files", encoded(project, files)));
  }

  /// Asks to apply files.
  ///
  /// @param base the number that the plan told
  public Answer apply(String project, Map<String, String> files, Prune prune, int base) {
    return post(
        "/projects/" + project + "/apply",
        Map.of("files", encoded(project, files), "base", base, "prune", prune == Prune.REMOVE));
  }

  private static Map<String, String> encoded(String project, Map<String, String> files) {
    var all = new LinkedHashMap<String, String>();
    var base64 = Base64.getEncoder();
    var document = "kind: project\nname: %s\n".formatted(project);
    all.put("outturn.yaml", base64.encodeToString(document.getBytes(UTF_8)));
    files.forEach((path, text) -> all.put(path, base64.encodeToString(text.getBytes(UTF_8))));
    return all;
  }

  /// Starts a run and tells its id.
  public String start(String workflow) {
    return start(workflow, Map.of());
  }

  public String start(String workflow, Map<String, Object> inputs) {
    return post("/runs", Map.of("workflow", workflow, "inputs", inputs))
        .good()
        .path("id")
        .asString();
  }

  public JsonNode run(String id) {
    return get("/runs/" + id).good();
  }

  public String state(String run) {
    return run(run).path("state").asString();
  }

  /// The run, when it has ended.
  public JsonNode ended(String id) {
    return Patience.until("run %s ends".formatted(id), () -> run(id), Api::hasEnded);
  }

  public static boolean hasEnded(JsonNode run) {
    return List.of("succeeded", "failed", "cancelled").contains(run.path("state").asString());
  }

  /// A task of a run, when it is in a state.
  public JsonNode task(String run, String name, String state) {
    return Patience.until(
        "task %s of run %s is %s".formatted(name, run, state),
        () -> task(run(run), name),
        task -> task.path("state").asString().equals(state));
  }

  public static JsonNode task(JsonNode run, String name) {
    for (var task : run.path("tasks")) {
      if (task.path("name").asString().equals(name)) return task;
    }
    throw new AssertionError("no task %s in %s".formatted(name, run));
  }

  /// All items of a list, page after page.
  public List<JsonNode> all(String path) {
    var items = new ArrayList<JsonNode>();
    var separator = path.contains("?") ? '&' : '?';
    for (var after = ""; ; ) {
      var page = get("%s%climit=500%s".formatted(path, separator, after)).good();
      page.path("items").forEach(items::add);
      if (page.path("next").isNull() || page.path("next").isMissingNode()) return items;
      after = "&after=" + page.path("next").asString();
    }
  }

  /// All lines of a log of a run that has ended.
  public List<JsonNode> log(String run) {
    var lines = new ArrayList<JsonNode>();
    for (var after = ""; ; ) {
      var page = get("/runs/%s/logs?limit=500%s".formatted(run, after)).good();
      if (page.path("items").isEmpty()) return lines;
      page.path("items").forEach(lines::add);
      after = "&after=" + page.path("next").asString();
    }
  }
}
