package outturn.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.store.identity.Role;

/// How services keep their promises, and what late work endangers.
class DeliveryTest {
  // The deadline of today has passed when the run starts.
  private static final String PROJECT =
      """
      kind: workflow
      name: late-lists
      tasks:
        hold: {wait: {for: 1h}}
      deadlines:
        - {name: out, by: "+0d 00:00"}
      ---
      kind: workflow
      name: quick-lists
      tasks:
        hold: {wait: {for: 1s}}
      deadlines:
        - {name: out, by: "+9d 00:00"}
      ---
      kind: measure
      name: list-visits
      type: count
      better: higher
      cadence: monthly
      ---
      kind: outcome
      name: one-list
      owner: list-clerk
      statement: {who: list-people, what: have their lists, soThat: they plan the day}
      measures: [{measure: list-visits}]
      ---
      kind: group
      name: list-people
      is: beneficiary
      ---
      kind: group
      name: list-clerk
      is: business
      ---
      kind: service
      name: list-desk
      title: Desk of lists
      outputs:
        - name: visit-lists
          promise: Lists are out at once
          deadline: late-lists/out
          target: 90%
          window: quarter
          serves:
            - outcome: one-list
              because: they plan by it
              perHourLate: {currency: GBP, low: 10, likely: 20, high: 60}
        - {name: quick, promise: Lists are out soon, deadline: quick-lists/out}
      """;

  private static final TestServer SERVER = TestServer.start();
  private static final Client VIEWER = SERVER.client(Role.VIEWER);
  private static String late = "";

  @BeforeAll
  static void set() {
    SERVER.apply("sample");
    SERVER.apply(
        "lists",
        Map.of(
            "outturn.yaml", base64("kind: project\nname: lists\n"), "all.yaml", base64(PROJECT)));
    var operator = SERVER.client(Role.OPERATOR);
    late = operator.start(Map.of("workflow", "late-lists"));
    operator.await(operator.start(Map.of("workflow", "quick-lists")), "succeeded");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @Test
  void whatIsLateIsToldWithWhatItEndangers() {
    var atRisk = VIEWER.get("/api/v1/at-risk").json();
    assertThat(atRisk.path("sentence").asString()).startsWith("1 promise of a service is at risk");
    assertThat(atRisk.path("promises").asInt()).isEqualTo(1);
    var item = atRisk.path("items").path(0);
    assertThat(item.path("standing").asString()).isEqualTo("late");
    assertThat(item.path("work").path("run").asString()).isEqualTo(late);
    assertThat(item.path("about").path("outcome").asString()).isEqualTo("one-list");
    assertThat(item.path("foreseen").path("likelyEnd").isNull()).isTrue();
    assertThat(item.path("atStake").path("perHour").path("high").asDouble()).isEqualTo(60);
    assertThat(item.path("atStake").path("source").path("file").asString()).isEqualTo("all.yaml");
    assertThat(item.path("text").asString())
        .contains(
            "“list-people have their lists, so that they plan the day”", "all.yaml, perHourLate");
  }

  @Test
  void whatEndangersAnOutcomeIsAPartOfIt() {
    assertThat(VIEWER.get("/api/v1/at-risk?outcome=one-list").json().path("items").size())
        .isEqualTo(1);
    assertThat(VIEWER.get("/api/v1/at-risk?outcome=shorter-waits").json().path("items").size())
        .isZero();
    assertThat(VIEWER.get("/api/v1/at-risk?outcome=one-lst").detail())
        .contains("no outcome 'one-lst'", "'one-list'");
    assertThat(VIEWER.get("/api/v1/at-risk?outcom=x").code()).isEqualTo("bad-request");
  }

  @Test
  void servicesAreListedWithTheirLevels() {
    var all = VIEWER.get("/api/v1/services").json();
    assertThat(all.path("sentence").asString())
        .isEqualTo(
            "The one promise with a target is not kept as often as it should be; 1 more cannot be"
                + " judged yet.");
    var lists = all.path("services").path(0).path("outputs").path(0);
    assertThat(lists.path("judgement").asString()).isEqualTo("broken");
    assertThat(lists.path("terms").path("window").asString()).isEqualTo("quarter");
    assertThat(lists.path("counted").path("breached").asInt()).isEqualTo(1);
    assertThat(lists.path("budget").path("used").asInt()).isEqualTo(1);
  }

  @Test
  void aServiceIsToldDateByDate() {
    var service = VIEWER.get("/api/v1/services/list-desk/levels").json();
    assertThat(service.path("title").asString()).isEqualTo("Desk of lists");
    var overdue = service.path("outputs").path(0);
    assertThat(overdue.path("occasions").path(0).path("standing").asString()).isEqualTo("breached");
    assertThat(overdue.path("lateness").isNull()).isTrue();
    var quick = service.path("outputs").path(1);
    assertThat(quick.path("occasions").path(0).path("standing").asString()).isEqualTo("met");
    assertThat(quick.path("occasions").path(0).path("value").asDouble()).isNegative();
    assertThat(quick.path("lateness").path("warnings").size()).isPositive();
    assertThat(VIEWER.get("/api/v1/services/list-desc/levels").detail())
        .contains("no service 'list-desc'", "'list-desk'");
  }

  @Test
  void latenessIsAPictureWhereSomethingWasDone() {
    var svg =
        VIEWER.get("/api/v1/services/list-desk/outputs/quick/chart.svg?width=600&standalone=true");
    assertThat(svg.headers()).containsEntry("content-type", "image/svg+xml");
    assertThat(svg.body()).contains("<svg", "Lists are out soon", "minutes after the deadline");
    assertThat(VIEWER.get("/api/v1/services/list-desk/outputs/visit-lists/chart.svg").detail())
        .contains("no work of output 'visit-lists' ended");
    assertThat(VIEWER.get("/api/v1/services/list-desk/outputs/quik/chart.svg").detail())
        .contains("has no output 'quik'", "'quick'");
  }
}
