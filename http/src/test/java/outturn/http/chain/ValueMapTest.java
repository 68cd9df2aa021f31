package outturn.http.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;

class ValueMapTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client VIEWER = SERVER.client(Role.VIEWER);

  @BeforeAll
  static void apply() {
    SERVER.apply("sample");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void theMapIsNodesEdgesAndFindings() {
    var map = VIEWER.get("/api/v1/value-map").json();
    assertThat(map.path("nodes").findValuesAsString("id"))
        .containsExactly("outcome:shorter-waits", "lever:shorter-waits/desk");
    var edge = map.path("edges").path(0);
    assertThat(edge.path("from").asString()).isEqualTo("lever:shorter-waits/desk");
    assertThat(edge.path("sign").asString()).isEqualTo("helps");
    assertThat(edge.path("strength").path("likely").asDouble()).isEqualTo(-2);
    assertThat(edge.path("sentence").asString()).isEqualTo("−2 days (−1 to −3), because a trial");
    var finding = map.path("findings").path(0);
    assertThat(finding.path("id").asString()).isEqualTo("ELE-1");
    assertThat(finding.path("text").asString()).startsWith("No lever of people or technology");
  }

  @Test
  void aPartOfItIsAroundAnOutcome() {
    assertThat(VIEWER.get("/api/v1/value-map?outcome=shorter-waits").json().path("nodes").size())
        .isEqualTo(2);
    var unknown = VIEWER.get("/api/v1/value-map?outcome=shorter-wait");
    assertThat(unknown.code()).isEqualTo("not-found");
    assertThat(unknown.detail()).contains("no outcome 'shorter-wait'", "'shorter-waits'");
    assertThat(VIEWER.get("/api/v1/value-map.svg?outcome=x").code()).isEqualTo("not-found");
    assertThat(VIEWER.get("/api/v1/value-map?outcom=x").code()).isEqualTo("bad-request");
  }

  @Test
  void theMapIsAPicture() {
    var svg = VIEWER.get("/api/v1/value-map.svg?width=600&standalone=true");
    assertThat(svg.headers()).containsEntry("content-type", "image/svg+xml");
    assertThat(svg.body())
        .contains("<svg", "width=\"600\"", "leads to People wait less &lt;script&gt;")
        .doesNotContain("<script");
    assertThat(VIEWER.get("/api/v1/value-map.svg?width=100").code()).isEqualTo("bad-request");
  }
}
