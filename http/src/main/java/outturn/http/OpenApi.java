package outturn.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import outturn.http.json.Json;

/// The description of this API: written as YAML, told as YAML and as JSON.
final class OpenApi {
  private OpenApi() {}

  static String yaml() {
    try (var file = OpenApi.class.getResourceAsStream("openapi.yaml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the jar is broken: no openapi.yaml", broken);
    }
  }

  static byte[] json() {
    return Json.bytes(new Load(LoadSettings.builder().build()).loadFromString(yaml()));
  }
}
