package outturn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.http.route.Access;
import outturn.store.identity.Role;

class MetricsTest {
  private static final TestServer SERVER = TestServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String scraped() {
    var answer = SERVER.client(Role.VIEWER).get("/metrics");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("content-type")).startsWith("text/plain; version=0.0.4");
    return answer.body();
  }

  private static double value(String figure) {
    return scraped()
        .lines()
        .filter(line -> line.startsWith(figure + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(figure.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + figure + " in " + scraped()));
  }

  @Test
  void whatARunDidIsCounted() {
    SERVER.apply("sample");
    var operator = SERVER.client(Role.OPERATOR);
    operator.await(operator.start(Map.of("workflow", "greet")), "succeeded");
    assertThat(value("outturn_runs_started_total")).isEqualTo(1);
    assertThat(value("outturn_runs_ended_total{state=\"succeeded\"}")).isEqualTo(1);
    assertThat(value("outturn_runs_ended_total{state=\"failed\"}")).isZero();
    assertThat(value("outturn_attempts_started_total")).isPositive();
    assertThat(value("outturn_attempts_ended_total{state=\"succeeded\"}")).isPositive();
    assertThat(value("outturn_batch_changes_total")).isGreaterThan(3);
    assertThat(value("outturn_batch_commit_seconds_count{outcome=\"committed\"}")).isGreaterThan(1);
    assertThat(scraped())
        .contains("outturn_batch_commit_seconds_bucket{outcome=\"committed\",le=\"0.01\"}");
  }

  @Test
  void theServersOwnStateIsTold() {
    assertThat(value("outturn_inbox_waiting")).isNotNegative();
    assertThat(value("outturn_http_requests_active{lane=\"probes\"}")).isEqualTo(1);
    assertThat(value("outturn_http_requests_limit{lane=\"screens\"}")).isEqualTo(32);
    assertThat(value("outturn_http_requests_refused_total{lane=\"api\"}")).isZero();
    assertThat(value("outturn_database_connections_limit{pool=\"journal\"}")).isEqualTo(2);
    assertThat(scraped())
        .contains(
            "outturn_jvm_memory_used_bytes{",
            "outturn_process_cpu_usage",
            "outturn_process_uptime_seconds");
  }

  @Test
  void allNamesBeginWithTheProduct() {
    assertThat(scraped().lines().filter(line -> !line.startsWith("#")))
        .allSatisfy(line -> assertThat(line).startsWith("outturn_"));
  }

  @Test
  void onlyWhoIsSignedInReadsThemUnlessTheyAreOpen() {
    assertThat(SERVER.stranger().get("/metrics").code()).isEqualTo("unauthenticated");
    var usual = HttpSettings.loopback(0, "test", "test");
    var open =
        new HttpSettings(
            usual.address(),
            0,
            usual.limits(),
            new Access.Open(),
            usual.version(),
            usual.node(),
            usual.front());
    try (var second = new HttpServer(SERVER.services(), open)) {
      assertThat(new Client(second.start()).get("/metrics").status()).isEqualTo(200);
    }
  }
}
