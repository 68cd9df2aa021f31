package outturn.http.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A public scanner tries its attacks on every address that can be asked, with an administrator's
/// rights, and on the forms of the pages.
final class ScanTest {
  private static final String MODULES =
      "backup,cookieflags,crlf,csp,exec,file,http_headers,methods,redirect,sql,xss";
  // The first is of browsers that are gone; the second is for servers behind TLS, and sent there.
  private static final List<String> NOT_MISSED =
      List.of("X-XSS-Protection is not set", "Strict-Transport-Security is not set");
  private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");
  private static final String WORK =
      """
      kind: workflow
      name: scanned
      tasks: {look: {}}
      ---
      {kind: measure, name: scanned, type: duration, unit: days, better: lower, cadence: monthly}
      ---
      kind: outcome
      name: scanned
      owner: desk
      statement: {who: readers, what: have the figures when they decide, soThat: they decide once}
      measures: [{measure: scanned}]
      """;

  @TempDir private Path folder;

  @Test
  void aPublicScannerFindsNothing() throws IOException, InterruptedException {
    assumeTrue(isInstalled(), "the scanner is not here; to run this test: apt-get install wapiti");
    try (var server = TestServer.start()) {
      server.apply(
          "scan",
          Map.of("outturn.yaml", base64("kind: project\nname: scan\n"), "work.yaml", base64(WORK)));
      var admin = server.client(Role.ADMIN);
      var addresses = addresses(admin);
      var found = scanned("http://localhost:" + server.port(), addresses, admin);

      assertThat(found).isEmpty();
      assertThat(addresses).hasSizeGreaterThan(80);
    }
  }

  private static boolean isInstalled() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(each -> Files.isExecutable(Path.of(each, "wapiti")));
  }

  /// All that the document says can be asked, each with a value for every parameter.
  private static List<String> addresses(Client admin) {
    var document =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(admin.get("/api/v1/openapi.yaml").body());
    var addresses = new ArrayList<String>();
    ((Map<?, ?>) document.get("paths"))
        .forEach((path, item) -> {
          // Streams of events do not end.
          if (path.toString().endsWith("/events")) return;
          if (((Map<?, ?>) item).get("get") instanceof Map<?, ?> get) {
            var all = Stream.of((Map<?, ?>) item, get).flatMap(of -> parameters(of, document));
            addresses.add(address(path.toString(), all));
          }
        });
    return addresses;
  }

  private static String address(String path, Stream<Map<?, ?>> parameters) {
    var query =
        parameters
            .filter(each -> "query".equals(each.get("in")))
            .map(each -> each.get("name") + "=1")
            .collect(Collectors.joining("&", "?", ""));
    return PARAMETER.matcher(path).replaceAll("scanned") + (query.equals("?") ? "" : query);
  }

  private static Stream<Map<?, ?>> parameters(Map<?, ?> of, Map<?, ?> document) {
    return of.get("parameters") instanceof List<?> list
        ? list.stream().map(each -> resolved((Map<?, ?>) each, document))
        : Stream.empty();
  }

  private static Map<?, ?> resolved(Map<?, ?> parameter, Map<?, ?> document) {
    if (!(parameter.get("$ref") instanceof String reference)) return parameter;
    Object found = document;
    for (var name : reference.substring(2).split("/", -1)) {
      found = ((Map<?, ?>) found).get(name);
    }
    return (Map<?, ?>) found;
  }

  private List<String> scanned(String url, List<String> addresses, Client admin)
      throws IOException, InterruptedException {
    var report = folder.resolve("report.json");
    var command = new ArrayList<>(List.of("wapiti", "-u", url + "/", "--scope", "domain"));
    addresses.forEach(each -> command.addAll(List.of("-s", url + each)));
    admin.headers().forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
    command.addAll(List.of("-m", MODULES, "-d", "2", "-t", "60", "-v", "0", "--no-bugreport"));
    command.addAll(
        List.of("--store-session", folder + "/session", "--store-config", folder + "/own"));
    command.addAll(List.of("-f", "json", "-o", report.toString()));
    var scan = new ProcessBuilder(command).redirectErrorStream(true).start();
    scan.getOutputStream().close();
    var said = new String(scan.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(scan.waitFor()).as(said).isZero();
    assertThat(said).contains("Launching module xss", "Launching module sql");
    return findings(JsonMapper.shared().readTree(report.toFile()));
  }

  private static List<String> findings(JsonNode report) {
    return Stream.of("vulnerabilities", "anomalies")
        .flatMap(part -> report.path(part).propertyStream())
        .flatMap(kind ->
            kind.getValue()
                .valueStream()
                .map(each ->
                    "%s: %s %s: %s"
                        .formatted(
                            kind.getKey(),
                            each.path("method").asString(""),
                            each.path("path").asString(""),
                            each.path("info").asString(""))))
        .filter(finding -> NOT_MISSED.stream().noneMatch(finding::endsWith))
        .toList();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
