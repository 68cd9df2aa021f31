package outturn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
          case Access.Needs(var needed) -> needed.word();
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
