package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Api.Prune;
import tools.jackson.databind.JsonNode;

class PoliciesTest {
  private static final String WORK =
      """
      kind: workflow
      name: nightly-load
      tasks: {load: {shell: "true"}}
      ---
      kind: workflow
      name: repair
      tasks: {mend: {shell: "true"}}
      """;

  private final Place place = Place.fresh();

  @AfterEach
  void remove() {
    place.remove();
  }

  @Test
  void whatIsFrozenStartsWhenTheWindowOpensThoughTheServerStoppedMeanwhile() {
    String run;
    Instant opens;
    try (var first = LiveServer.start(place)) {
      var api = first.api();
      opens = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(20);
      api.apply("policies", WORK + freeze(opens));
      run = api.start("nightly-load");
      var why = why(api, run, "policy");
      assertThat(why.at("/reasons/0/until").asString()).isEqualTo(opens.toString());
      assertThat(why.at("/reasons/0/text").asString())
          .startsWith("load is ready, and policy freeze lets nothing of it start until ")
          .endsWith(" (UTC)");
      assertThat(api.ended(api.start("repair")).path("state").asString()).isEqualTo("succeeded");
    }
    try (var second = LiveServer.start(place)) {
      var ended = second.api().ended(run);
      var attempt = Api.task(ended, "load").path("attempts");
      assertThat(attempt).hasSize(1);
      assertThat(Instant.parse(attempt.path(0).path("started").asString())).isAfterOrEqualTo(opens);
    }
  }

  @Test
  void anOperatorPassesAFreezeAndAnApplyEndsIt() {
    try (var server = LiveServer.start(place)) {
      var api = server.api();
      api.apply("policies", WORK + "---\n{kind: policy, name: freeze, allow: none}\n");
      var passing = api.start("nightly-load");
      var waiting = api.start("nightly-load");
      why(api, passing, "policy");
      server.says("bypass", passing, "load", "--reason", "needed now");
      assertThat(api.ended(passing).path("state").asString()).isEqualTo("succeeded");
      why(api, waiting, "policy");
      api.apply("policies", Map.of("all.yaml", WORK), Prune.REMOVE);
      assertThat(api.ended(waiting).path("state").asString()).isEqualTo("succeeded");
    }
  }

  private static String freeze(Instant opens) {
    return """
    ---
    kind: policy
    name: freeze
    during: {to: %s}
    applies: {workflows: nightly-*}
    allow: none
    """
        .formatted(LocalDateTime.ofInstant(opens, ZoneOffset.UTC));
  }

  private static JsonNode why(Api api, String run, String kind) {
    return Patience.until(
        "a reason of kind " + kind,
        () -> api.get("/runs/" + run + "/why").good(),
        why -> why.at("/reasons/0/kind").asString().equals(kind));
  }
}
