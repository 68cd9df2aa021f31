package outturn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import outturn.http.problem.Code;
import outturn.http.route.Access;
import outturn.http.route.Route;
import outturn.store.identity.Role;

class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
  private static final TestServer SERVER = TestServer.start();
  private static final Map<?, ?> DOCUMENT = document();

  private static Map<?, ?> document() {
    var answer = SERVER.client(Role.VIEWER).get("/api/v1/openapi.yaml");
    assertThat(answer.status()).isEqualTo(200);
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(answer.body());
  }

  private static List<Route> routes() {
    return Routes.of(SERVER.services(), HttpSettings.loopback(0, "test", "test"), () -> false);
  }

  private static Object at(Object from, String... path) {
    Object found = from;
    for (var name : path) {
      assertThat(found).as(String.join("/", path)).isInstanceOf(Map.class);
      found = ((Map<?, ?>) found).get(name);
    }
    return found;
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void theDocumentHasAllRoutesWithTheirRolesAndNoOthers() {
    var documented = new TreeSet<String>();
    ((Map<?, ?>) at(DOCUMENT, "paths"))
        .forEach((path, item) ->
            ((Map<?, ?>) item)
                .forEach((method, operation) -> {
                  if (METHODS.contains(method)) {
                    documented.add("%s %s %s".formatted(method, path, at(operation, "x-role")));
                  }
                }));
    assertThat(documented)
        .containsExactlyElementsOf(
            new TreeSet<>(routes().stream().map(OpenApiTest::told).toList()));
  }

  private static String told(Route route) {
    var role =
        switch (route.access()) {
          case Access.Open _ -> "null";
          case Access.Self _ -> "viewer";
          case Access.Proves(var needed, _) -> needed.word();
          case Access.Needs(var needed, _) -> needed.word();
        };
    return "%s %s %s".formatted(route.method().toLowerCase(Locale.ROOT), route.path(), role);
  }

  @Test
  void theDocumentHasAllCodes() {
    var told = new TreeSet<String>();
    var path = "components/schemas/Problem/properties/code/enum".split("/");
    for (var word : (List<?>) at(DOCUMENT, path)) told.add(word.toString());
    assertThat(told).containsExactlyElementsOf(codes());
  }

  private static Set<String> codes() {
    return new TreeSet<>(Arrays.stream(Code.values()).map(Code::word).toList());
  }

  @Test
  void bothFormsOfTheDocumentSayTheSame() {
    var json = SERVER.client(Role.VIEWER).get("/api/v1/openapi.json");
    assertThat(json.type()).isEqualTo("application/json");
    assertThat(json.json().path("openapi").asString()).startsWith("3.1");
    assertThat(json.json().path("paths").propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            ((Map<?, ?>) at(DOCUMENT, "paths")).keySet().stream().map(Object::toString).toList());
  }

  @Test
  void everyParameterOfAPathIsTold() {
    var document = Contract.HERE.document();
    for (var path : document.path("paths").propertyNames()) {
      var told = document.path("paths").path(path).path("parameters").findValuesAsString("name");
      var named = Pattern.compile("\\{([^}]+)}").matcher(path).results().map(m -> m.group(1));
      assertThat(told).as(path).containsExactlyElementsOf(named.toList());
    }
  }

  @Test
  void theCodesOfAResponseHaveItsStatus() {
    var document = Contract.HERE.document();
    for (var path : document.path("paths")) {
      for (var operation : path) {
        for (var response : operation.path("responses").properties()) {
          var name = response.getValue().path("$ref").asString("").replaceAll(".*/", "");
          var schema = document.at("/components/responses/%s".formatted(name)).findPath("allOf");
          for (var word : schema.path(1).path("properties").path("code").path("enum")) {
            var code = Code.valueOf(word.asString().toUpperCase(Locale.ROOT).replace('-', '_'));
            assertThat(Integer.toString(code.status())).as(name).isEqualTo(response.getKey());
          }
        }
      }
    }
  }

  @Test
  void anAnswerThatIsNotAsTheDocumentSaysIsFound() {
    var contract = Contract.HERE;
    var type = Map.of("content-type", "application/json");
    var me = "{'user':'ada','title':'Ada','role':'viewer','grants':[],'mustChangePassword':false}";
    var good = new Client.Answer(200, type, me.replace('\'', '"'));
    assertThat(contract.breaches("GET", "/api/v1/me", "", good)).isEmpty();
    assertThat(contract.breaches("GET", "/api/v1/me?full=true", "", good)).hasSize(1);
    var more = new Client.Answer(200, type, good.body().replace("}", ",\"age\":7}"));
    assertThat(contract.breaches("GET", "/api/v1/me", "", more)).isNotEmpty();
    var wrong = new Client.Answer(200, type, good.body().replace("viewer", "king"));
    assertThat(contract.breaches("GET", "/api/v1/me", "", wrong)).isNotEmpty();
    var moved = new Client.Answer(204, Map.of(), "");
    assertThat(contract.breaches("GET", "/api/v1/me", "", moved)).isNotEmpty();
  }

  @Test
  void allReferencesAreThere() {
    var references = new TreeSet<String>();
    collect(DOCUMENT, references);
    assertThat(references).isNotEmpty();
    for (var reference : references) {
      assertThat(at(DOCUMENT, reference.substring(2).split("/"))).as(reference).isNotNull();
    }
  }

  private static void collect(Object node, Set<String> references) {
    if (node instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String reference) references.add(reference);
      map.values().forEach(each -> collect(each, references));
    } else if (node instanceof List<?> list) {
      list.forEach(each -> collect(each, references));
    }
  }
}
