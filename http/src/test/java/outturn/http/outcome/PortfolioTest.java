package outturn.http.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;

/// The portfolio of a few outcomes; with `-Doutturn.proof=full` of 1,000 with 5 measures each and 5
/// years of weekly values.
class PortfolioTest {
  private static final boolean FULL = "full".equals(System.getProperty("outturn.proof"));
  private static final int OUTCOMES = FULL ? 1_000 : 3;
  private static final int IN_A_FILE = 50;
  private static final int MEASURES = 5;
  private static final int WEEKS = 260;
  private static final int ASKED = 50;
  private static final int FORECAST_AT_ONCE = 4;
  private static final int PROCESSORS = 2;
  private static final TestServer SERVER = TestServer.start();
  private static final Client VIEWER = SERVER.client(Role.VIEWER);
  private static final Client OWNER = SERVER.client(Role.OWNER);

  @BeforeAll
  static void apply() {
    var files = new HashMap<String, String>();
    files.put("outturn.yaml", encoded("{kind: project, name: large}\n"));
    files.put(
        "changes.yaml",
        encoded(
            "{kind: change, name: new-desk, date: 2024-12-30, type: go-live, affects: m-0-0}\n"));
    for (int first = 0; first < OUTCOMES; first += IN_A_FILE) {
      var text = new StringBuilder();
      for (int o = first; o < Math.min(OUTCOMES, first + IN_A_FILE); o++) text.append(outcome(o));
      files.put("part-%d.yaml".formatted(first), encoded(text.toString()));
    }
    SERVER.apply("large", files);
    observe();
    var board = SERVER.services().effect().steering().board();
    long begun = System.nanoTime();
    board.portfolio().step();
    report("all lines made", begun);
    begun = System.nanoTime();
    for (int i = 0; i < OUTCOMES; i += FORECAST_AT_ONCE) board.portfolio().step();
    report("all forecasts made", begun);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String outcome(int number) {
    var text = new StringBuilder();
    var goals = new StringBuilder();
    for (int m = 0; m < MEASURES; m++) {
      text.append(
          "{kind: measure, name: m-%d-%d, type: mean, unit: days, better: lower, cadence: weekly}\n---\n"
              .formatted(number, m));
      goals.append(
          "  - {measure: m-%d-%d, baseline: {from: 2021-12-27, to: 2022-12-25}, target: {value: 5, by: 2030-12-31}}\n"
              .formatted(number, m));
    }
    text.append(
        """
        kind: outcome
        name: outcome-%d
        title: readers wait less in %d
        owner: desk
        statement: {who: readers, what: wait for a book fewer days, soThat: they come again}
        measures:
        """
            .formatted(number, number));
    text.append(goals).append("levers:\n");
    for (var element : List.of("people", "process", "technology")) {
      text.append(
          "  - {name: %s, element: %s, owner: desk, change: new-desk, moves: m-%d-0, effect: {worst: -1, likely: -2, best: -3}, ramp: 8w, because: a trial}\n"
              .formatted(element, element, number));
    }
    text.append(
        "analysis: {intervention: new-desk, design: interrupted-time-series, review: [2030-01-07]}\n");
    return text.append("---\n").toString();
  }

  /// Values as they would have been collected, without the way of 1.3 million requests.
  private static void observe() {
    SERVER
        .jdbi()
        .useHandle(handle -> {
          handle.execute(
              """
              insert into observation (measure, segment, period, revision, value, recorded_at, recorded_by)
              select 'm-' || o || '-' || m, '', date '2021-12-27' + 7 * w, 1, 10 + 3 * random(), now(), 'test'
              from generate_series(0, ? - 1) o, generate_series(0, ? - 1) m, generate_series(0, ? - 1) w
              """,
              OUTCOMES,
              MEASURES,
              WEEKS);
          handle.execute("analyze observation");
        });
  }

  private static void report(String what, long begun) {
    if (FULL) {
      System.out.printf("%s in %,.0f ms%n", what, (System.nanoTime() - begun) / 1e6);
    }
  }

  @Test
  void allOutcomesAreToldFromMemory() {
    var took = new long[ASKED];
    for (int i = 0; i < took.length; i++) {
      long begun = System.nanoTime();
      assertThat(VIEWER.get("/api/v1/portfolio").status()).isEqualTo(200);
      took[i] = System.nanoTime() - begun;
    }
    Arrays.sort(took);
    if (FULL) {
      System.out.printf(
          "portfolio: median %,.1f ms, slowest %,.1f ms%n",
          took[ASKED / 2] / 1e6, took[ASKED - 1] / 1e6);
    }
    var portfolio = VIEWER.get("/api/v1/portfolio").json();
    assertThat(portfolio.path("items").size()).isEqualTo(OUTCOMES);
    assertThat(portfolio.path("behind").asInt()).isZero();
    var line = portfolio.path("items").path(0);
    assertThat(line.path("name").asString()).isEqualTo("outcome-0");
    assertThat(line.path("latest").path("text").asString()).endsWith(" days");
    assertThat(line.path("target").path("value").asDouble()).isEqualTo(5);
    assertThat(VIEWER.get("/api/v1/report").body()).startsWith("# Outcomes");
  }

  @Test
  void everyOutcomeIsAnalysedAnew() throws InterruptedException {
    var left = new AtomicInteger(OUTCOMES);
    var told = new AtomicInteger();
    var analysts = new ArrayList<Thread>();
    long begun = System.nanoTime();
    for (int i = 0; i < PROCESSORS; i++) {
      analysts.add(
          Thread.startVirtualThread(() -> {
            for (int next; (next = left.decrementAndGet()) >= 0; ) {
              var impact = VIEWER.get("/api/v1/outcomes/outcome-%d/impact".formatted(next));
              if (impact.status() == 200) told.incrementAndGet();
            }
          }));
    }
    for (var analyst : analysts) analyst.join();
    report("all outcomes analysed anew", begun);
    assertThat(told.get()).isEqualTo(OUTCOMES);
  }

  @Test
  void aReviewIsKeptAndListed() {
    var path = "/api/v1/outcomes/outcome-1/reviews";
    var review =
        Map.of(
            "decision", "adjust", "note", "late", "actions", List.of("train"), "on", "2026-01-05");
    var held = OWNER.post(path, review);
    assertThat(held.json().path("version").asInt()).isEqualTo(1);
    assertThat(SERVER.acts()).contains("owner-user: outcome review outcome-1");
    assertThat(VIEWER.get(path).json().path("items").path(0).path("actions").path(0).asString())
        .isEqualTo("train");
    assertThat(OWNER.post(path, Map.of("decision", "party", "note", "x")).detail())
        .isEqualTo("'decision' is to be continue, adjust or stop, not \"party\"");
    assertThat(OWNER.post(path, Map.of("decision", "stop")).code()).isEqualTo("invalid-input");
    assertThat(VIEWER.get("/api/v1/outcomes/outcome-x/reviews").code()).isEqualTo("not-found");
    assertThat(VIEWER.post(path, review).code()).isEqualTo("forbidden");
  }
}
