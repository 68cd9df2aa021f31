package outturn.http;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.hold.Hold;
import outturn.runtime.metric.Metrics;

/// The server itself: how it is, and what it offers.
final class ServerRoutes {
  private final Supplier<Services.Health> health;
  private final Hold hold;
  private final Metrics metrics;
  private final String version;
  private final String node;

  ServerRoutes(Services services, String version, String node) {
    this.health = services.cluster().health();
    this.hold = services.cluster().upkeep().hold();
    this.metrics = services.cluster().metrics();
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

  Answer metrics(Call call) {
    call.allow();
    return Answer.text(Metrics.TYPE, metrics.text());
  }

  Answer openApiJson(Call call) {
    call.allow();
    return new Answer.Whole(200, "application/json", OpenApi.json(), Map.of());
  }

  Answer openApi(Call call) {
    call.allow();
    return Answer.text("application/yaml", OpenApi.yaml());
  }
}
