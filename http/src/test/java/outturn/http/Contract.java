package outturn.http;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import outturn.http.route.Access;
import outturn.http.route.Route;
import outturn.store.identity.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds requests and answers against the API's own document: an answer has a status, a media type
/// and a body of the document, and a request that succeeded has only what it tells.
final class Contract {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  static final Contract HERE = new Contract();

  private final JsonNode document = JSON.readTree(OpenApi.json());
  private final JsonNode strict = new Strict(document).document();
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  private Contract() {}

  JsonNode document() {
    return document;
  }

  /// An operation of the document, by the path that it has there.
  private record Operation(String path, String method) {
    JsonNode in(JsonNode document) {
      return document.path("paths").path(path).path(method);
    }
  }

  /// What does not agree with the document, a sentence each.
  List<String> breaches(String method, String target, String sent, Client.Answer answer) {
    var uri = URI.create(target);
    var operation = operation(method, uri.getPath());
    if (operation.isEmpty()) return isPage(answer) ? List.of() : ofProblem(answer);
    var breaches = new ArrayList<String>();
    if (answer.status() < 300) breaches.addAll(ofRequest(operation.get(), uri, sent));
    breaches.addAll(ofAnswer(operation.get(), answer));
    return breaches;
  }

  /// The web application is at all addresses that the document does not know.
  private static boolean isPage(Client.Answer answer) {
    return answer.status() == 200 && answer.type().equals("text/html");
  }

  private Optional<Operation> operation(String method, String path) {
    var word = method.toLowerCase(Locale.ROOT);
    return document.path("paths").propertyNames().stream()
        .filter(each -> document.path("paths").path(each).has(word))
        .sorted((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")))
        .filter(each -> route(each).covers(path))
        .map(each -> new Operation(each, word))
        .findFirst();
  }

  private static Route route(String path) {
    return Route.get(path, Role.VIEWER, _ -> outturn.http.route.Answer.nothing())
        .openTo(new Access.Open());
  }

  private List<String> ofProblem(Client.Answer answer) {
    return ofBody("/components/responses/Problem", answer);
  }

  private List<String> ofRequest(Operation operation, URI uri, String sent) {
    var breaches = new ArrayList<String>();
    var known = parameters(operation);
    for (var pair : Optional.ofNullable(uri.getQuery()).orElse("").split("&", -1)) {
      var name = pair.replaceAll("=.*", "");
      if (!name.isEmpty() && !known.contains(name)) {
        breaches.add("the document has no query parameter '%s'".formatted(name));
      }
    }
    var bodies = pointer(operation) + "/requestBody/content";
    if (sent.startsWith("{") && !document.at(bodies + "/application~1json").isMissingNode()) {
      breaches.addAll(against(bodies + "/application~1json/schema", sent));
    }
    return breaches;
  }

  private Set<String> parameters(Operation operation) {
    var names = new HashSet<String>();
    var item = document.path("paths").path(operation.path());
    for (var list : List.of(item.path("parameters"), operation.in(document).path("parameters"))) {
      for (var each : list) names.add(resolved(each).path("name").asString());
    }
    return names;
  }

  private JsonNode resolved(JsonNode node) {
    var reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  private static String pointer(Operation operation) {
    return "/paths/%s/%s".formatted(operation.path().replace("/", "~1"), operation.method());
  }

  private List<String> ofAnswer(Operation operation, Client.Answer answer) {
    var responses = operation.in(document).path("responses");
    var status = Integer.toString(answer.status());
    if (!responses.has(status) && answer.status() < 400) {
      return List.of("the document has no status " + status);
    }
    var key = responses.has(status) ? status : "default";
    var reference = responses.path(key).path("$ref").asString("");
    var where = pointer(operation) + "/responses/" + key;
    var breaches = ofBody(reference.isEmpty() ? where : reference.substring(1), answer);
    // A page that says how to sign in, or a problem: an operation may answer both with one status.
    boolean problem = answer.type().equals("application/problem+json");
    return problem && !breaches.isEmpty() && key.equals(status) ? ofProblem(answer) : breaches;
  }

  private List<String> ofBody(String response, Client.Answer answer) {
    var content = document.at(response).path("content");
    if (content.isMissingNode()) {
      return answer.body().isEmpty() ? List.of() : List.of("there is a body: " + answer.body());
    }
    if (!content.has(answer.type())) {
      return List.of(
          "the document has %s, not '%s'".formatted(content.propertyNames(), answer.type()));
    }
    if (!answer.type().contains("json")) return List.of();
    var type = answer.type().replace("/", "~1");
    return against("%s/content/%s/schema".formatted(response, type), answer.body());
  }

  private List<String> against(String schema, String body) {
    return compiled.computeIfAbsent(schema, this::compile).validate(JSON.readTree(body)).stream()
        .map(error -> "%s: %s".formatted(error.getInstanceLocation(), error))
        .collect(Collectors.toList());
  }

  private Schema compile(String pointer) {
    var whole = JSON.createObjectNode();
    whole.set("allOf", JSON.createArrayNode().add(strict.at(pointer)));
    whole.set("components", strict.path("components"));
    return SCHEMAS.getSchema(whole);
  }

  /// The document with all objects closed: a member that it does not name is a breach.
  private static final class Strict {
    private final ObjectNode document;

    Strict(JsonNode source) {
      this.document = (ObjectNode) source.deepCopy();
      close(document.path("paths"));
      // What others are made of stays open by itself, and is closed where it is used.
      for (var schema : document.path("components").path("schemas")) {
        within(schema);
      }
    }

    JsonNode document() {
      return document;
    }

    private static void close(JsonNode node) {
      if (node instanceof ObjectNode object && isClosed(object)) {
        object.put("unevaluatedProperties", false);
      }
      within(node);
    }

    private static void within(JsonNode node) {
      for (var entry : node.properties()) {
        boolean parts = entry.getKey().equals("allOf") || entry.getKey().equals("oneOf");
        if (parts) {
          entry.getValue().forEach(Strict::within);
        } else {
          close(entry.getValue());
        }
      }
      if (node.isArray()) for (var each : node) close(each);
    }

    private static boolean isClosed(ObjectNode node) {
      boolean composed = node.has("allOf") && node.path("allOf").isArray();
      boolean named = node.path("$ref").asString("").startsWith("#/components/schemas/");
      boolean object = node.path("properties").isObject() && node.has("type");
      boolean problem = node.toString().contains("#/components/schemas/Problem");
      return (composed || named || object) && !node.has("additionalProperties") && !problem;
    }
  }
}
