package outturn.http.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;

/// What is asked of a server that has foreseen nothing.
class KnownNamesTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client VIEWER = SERVER.client(Role.VIEWER);
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);

  private static final String PROJECT =
      """
      {kind: project, name: close}
      ---
      {kind: pool, name: ledger-db, size: 1}
      ---
      kind: workflow
      name: nightly
      deadlines: [{name: done, by: "+2d 12:00"}]
      tasks: {load: {pools: {ledger-db: 1}, run: [sleep, "600"]}}
      ---
      {kind: workflow, name: archive, tasks: {rest: {run: [sleep, "600"]}}}
      """;

  @BeforeAll
  static void apply() {
    SERVER.apply("close", Client.onlyFile(PROJECT));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void theListIsOfWorkflowsAndProjectsThatAreThere() {
    for (var wrong :
        Map.of(
                "workflow=nightyl", "no workflow 'nightyl'; did you mean 'nightly'?",
                "project=cloes", "no project 'cloes'; did you mean 'close'?")
            .entrySet()) {
      var refused = VIEWER.get("/api/v1/forecasts?" + wrong.getKey());
      assertThat(refused.status()).as(refused.body()).isEqualTo(404);
      assertThat(refused.detail()).isEqualTo(wrong.getValue());
    }
    var good = VIEWER.get("/api/v1/forecasts?workflow=nightly&project=close");
    assertThat(good.status()).as(good.body()).isEqualTo(200);
  }

  @Test
  void whatIsSupposedIsOfPoolsTasksAndWorkflowsThatAreThere() {
    refused("pool=ledgr-db=1", "there is no pool 'ledgr-db'; did you mean 'ledger-db'?");
    refused(
        "down=ledgr-db@2035-12-01T06:00:00Z",
        "there is no pool 'ledgr-db'; did you mean 'ledger-db'?");
    refused("longer=nigthly/load=30m", "there is no workflow 'nigthly'; did you mean 'nightly'?");
    refused("longer=nightly/laod=x2", "there is no task of nightly 'laod'; did you mean 'load'?");
    refused("without=archiv", "there is no workflow 'archiv'; did you mean 'archive'?");
    refused(
        "pool=ledgr-db=1&longer=nightly/laod=30m&without=archive",
        "there is no pool 'ledgr-db'; did you mean 'ledger-db'?; there is no task of nightly 'laod';"
            + " did you mean 'load'?");
  }

  @Test
  void whatIsThereAndHasNoPartInAForecastIsToldSo() {
    var end =
        " has no part in any forecast: forecasts are of runs of the next 24 hours with deadlines,"
            + " and of what these wait for";
    refused("pool=ledger-db=1", "pool ledger-db" + end);
    refused("longer=nightly/load=30m", "task nightly/load" + end);
    refused("without=archive", "workflow archive" + end);
  }

  private static void refused(String query, String why) {
    var refused = VIEWER.get("/api/v1/forecasts/what-if?" + query);
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.detail()).isEqualTo(why);
  }

  @Test
  void whyNothingIsForeseenOfARunIsSaid() {
    var promising = OPERATOR.start(Map.of("workflow", "nightly"));
    var other = OPERATOR.start(Map.of("workflow", "archive"));

    assertThat(absent(promising)).isEqualTo("not-yet");
    assertThat(absent(other)).isEqualTo("no-deadlines");
    for (var run : List.of(promising, other)) {
      OPERATOR.post("/api/v1/runs/%s/cancel".formatted(run), Map.of());
      OPERATOR.await(run, "cancelled");
      assertThat(absent(run)).isEqualTo("over");
    }
  }

  private static String absent(String run) {
    var answer = VIEWER.get("/api/v1/runs/%s/forecast".formatted(run));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("now").isNull()).isTrue();
    return answer.json().path("absent").asString();
  }
}
