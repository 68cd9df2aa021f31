package outturn.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.hold.Hold;

/// The server itself: how it is, and what it offers.
final class ServerRoutes {
  private final Supplier<Services.Health> health;
  private final Hold hold;
  private final String version;
  private final String node;

  ServerRoutes(Supplier<Services.Health> health, Hold hold, String version, String node) {
    this.health = health;
    this.hold = hold;
    this.version = version;
    this.node = node;
  }

  /// @param heldSince of a restored copy that was not resumed yet
  private record Healthy(
      String status, String version, String node, String cluster, Optional<Instant> heldSince) {}

  private record Unwell(String status) {}

  Answer health(Call call) {
    call.allow();
    return switch (health.get()) {
      case OK -> {
        var status = hold.held() ? "held" : "ok";
        yield Answer.json(new Healthy(status, version, node, hold.cluster().id(), hold.since()));
      }
      case STARTING -> unwell("starting");
      case DATABASE_AWAY -> unwell("database-away");
      case STOPPING -> unwell("stopping");
    };
  }

  private static Answer unwell(String status) {
    return Answer.json(503, new Unwell(status), Map.of("Retry-After", "1"));
  }

  Answer openApi(Call call) {
    call.allow();
    try (var file = ServerRoutes.class.getResourceAsStream("openapi.yaml")) {
      var text = Objects.requireNonNull(file).readAllBytes();
      return Answer.text("application/yaml", new String(text, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException("the jar is broken: no openapi.yaml", broken);
    }
  }
}
