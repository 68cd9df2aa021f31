package outturn.http.ahead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;
import tools.jackson.databind.JsonNode;

class AheadTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client VIEWER = SERVER.client(Role.VIEWER);
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);

  private static final String PROJECT =
      """
      kind: calendar
      name: office
      week: [mon, tue, wed, thu, fri]
      off: [{date: 2035-12-25, name: Christmas Day}]
      years: {from: 2020, to: 2035}
      ---
      {kind: pool, name: press, size: 2}
      ---
      kind: workflow
      name: early
      timezone: Europe/London
      schedules: [{name: working, cron: "0 6 * * *", calendar: office}]
      tasks: {get: {}, print: {needs: [get], pools: {press: 2}}}
      ---
      kind: workflow
      name: often
      schedules: [{name: minutes, cron: "* * * * *", start: 2035-01-01}]
      tasks: {call: {call: {workflow: quiet}}}
      ---
      {kind: workflow, name: quiet, tasks: {rest: {}}}
      ---
      kind: workflow
      name: reader
      schedules: [{name: once, at: 2035-11-05T05:00}]
      dependsOn: [{workflow: early}]
      tasks: {read: {}}
      """;

  /// 25 December 2035 is a Tuesday.
  private static final String CHRISTMAS = "from=2035-12-24T00:00:00Z&to=2035-12-27T00:00:00Z";

  @BeforeAll
  static void apply() {
    var encoder = Base64.getEncoder();
    SERVER.apply(
        "plant",
        Map.of(
            "outturn.yaml",
            encoder.encodeToString("{kind: project, name: plant}".getBytes(UTF_8)),
            "all.yaml",
            encoder.encodeToString(PROJECT.getBytes(UTF_8))));
    var run =
        OPERATOR.post("/api/v1/runs", Map.of("workflow", "early", "businessDate", "2026-01-31"));
    OPERATOR.await(run.json().path("id").asString(), "succeeded");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static JsonNode good(String path) {
    var answer = VIEWER.get("/api/v1" + path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> told(JsonNode items) {
    return items
        .valueStream()
        .map(item ->
            "%s %s %s x%d"
                .formatted(
                    item.path("what").asString(),
                    item.path("workflow").asString(),
                    item.path("local").asString(),
                    item.path("count").asInt()))
        .toList();
  }

  @Test
  void whatStartsIsToldInOrderAndADenseDayOnce() {
    var answer = good("/ahead?" + CHRISTMAS);

    assertThat(told(answer.path("items")))
        .containsExactly(
            "starts often 2035-12-24T00:00:00+00:00 x1440",
            "starts early 2035-12-24T06:00:00+00:00 x1",
            "starts often 2035-12-25T00:00:00+00:00 x1440",
            "skipped early 2035-12-25T06:00:00+00:00 x1",
            "starts often 2035-12-26T00:00:00+00:00 x1440",
            "starts early 2035-12-26T06:00:00+00:00 x1");
    assertThat(answer.at("/items/3/notes/0").asString()).endsWith("Christmas Day");
    assertThat(answer.at("/items/0/everySeconds").asInt()).isEqualTo(60);
    assertThat(answer.path("heldSince").isNull()).isTrue();
  }

  @Test
  void aRunThatWillWaitForAnotherSaysUntilWhen() {
    var items =
        good("/ahead?workflow=reader&from=2035-11-05T00:00:00Z&to=2035-11-06T00:00:00Z")
            .path("items");

    assertThat(told(items)).containsExactly("starts reader 2035-11-05T05:00:00+00:00 x1");
    assertThat(items.at("/0/notes/0").asString())
        .isEqualTo("waits for early for 2035-11-05, which ends at about 2035-11-05 06:00");
  }

  @Test
  void aWorkflowWithHistoryHasATypicalDurationAndAnEnd() {
    var items = good("/ahead?" + CHRISTMAS).path("items");

    assertThat(items.at("/1/typical/runs").asInt()).isEqualTo(1);
    assertThat(items.at("/1/expectedEnd").asString()).startsWith("2035-12-24T06:00");
    assertThat(items.at("/0/typical").isNull()).isTrue();
    assertThat(items.at("/0/expectedEnd").isNull()).isTrue();
  }

  @Test
  void pagesGoOnWhereTheyEnded() {
    var whole = told(good("/ahead?" + CHRISTMAS).path("items"));
    var items = new ArrayList<String>();
    var after = "";
    do {
      var page = good("/ahead?%s&limit=1%s".formatted(CHRISTMAS, after));
      items.addAll(told(page.path("items")));
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!after.isEmpty());
    assertThat(items).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /ahead?workflow=erly                                   | 404 | did you mean 'early'?
          /ahead?from=2035-01-02T00:00:00Z&to=2035-01-01T00:00:00Z | 400 | is to be after 'from'
          /ahead?from=2035-01-02T00:00:00Z&to=2055-01-01T00:00:00Z | 400 | are more than 1100 days
          /ahead?from=tomorrow                                   | 400 | a time such as
          /ahead?limit=10001                                     | 400 | a whole number from 1 to 10000
          /ahead?after=x                                         | 400 | the 'next' of a page
          /ahead/what-if                                         | 400 | at least one of the query parameters
          /ahead/what-if?holiday=Friday                          | 400 | dates such as 2026-12-24
          /ahead/what-if?pool=press                              | 400 | sizes such as db=2
          /ahead/what-if?holiday=2035-12-24@ofice                | 422 | did you mean 'office'?
          /ahead/what-if?without=early/prnt                      | 422 | did you mean 'print'?
          /ahead/what-if?pool=pres=1                             | 422 | did you mean 'press'?
          /workflows/erly/why-not?date=2035-12-25                | 404 | did you mean 'early'?
          /workflows/early/why-not                               | 400 | is missing: expected a date
          /workflows/early/why-not?date=12-25                    | 400 | a date such as
          """)
  void whatCannotBeAnsweredIsRefused(String path, int status, String detail) {
    var answer = VIEWER.get("/api/v1" + path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.detail()).contains(detail);
  }

  @Test
  void aSupposedHolidayTakesAStartAway() {
    var answer = good("/ahead/what-if?%s&holiday=2035-12-26".formatted(CHRISTMAS));

    var difference = answer.path("differences").path(0);
    assertThat(answer.path("differences")).hasSize(1);
    assertThat(difference.path("change").asString()).isEqualTo("gone");
    assertThat(difference.at("/line/local").asString()).isEqualTo("2035-12-26T06:00:00+00:00");
    assertThat(difference.path("why").asString()).contains("a supposed holiday");
  }

  @Test
  void aPoolThatIsTooSmallKeepsARunFromEnding() {
    var answer =
        good(
            "/ahead/what-if?%s&workflow=early&pool=press=1&without=early/get".formatted(CHRISTMAS));

    assertThat(answer.path("delays")).hasSize(2);
    assertThat(answer.at("/delays/0/endsThen").isNull()).isTrue();
    assertThat(answer.at("/delays/0/why").asString())
        .contains("asks for 2 of pool 'press', which would have 1");
    assertThat(answer.path("withoutHistory").valueStream().map(JsonNode::asString))
        .containsExactly("often");
    assertThat(answer.at("/shorter/0/workflow").asString()).isEqualTo("early");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          early | 2035-12-25 | day-off     | early will not run for 2035-12-25: schedule 'working': Tuesday 2035-12-25 is no working day of calendar 'office' (Christmas Day)
          early | 2035-12-26 | ahead       | early has not run for 2035-12-26 yet: schedule 'working' is due at 2035-12-26 06:00 +00:00
          often | 2026-01-01 | not-yet     | often did not run for 2026-01-01: schedule 'minutes': it begins at 2035-01-01T00:00
          often | 2035-12-24 | many        | often has not run for 2035-12-24 yet: schedule 'minutes' has 1440 due times for this date, from 2035-12-24 00:00 +00:00 to 2035-12-24 23:59 +00:00, and there is no record of them
          quiet | 2035-12-24 | no-schedule | quiet will not run for 2035-12-24: it has no schedule: it runs when somebody starts it, or when it is called by task 'call' of 'often'
          """)
  void whyAWorkflowDoesNotRunIsSaid(String workflow, String date, String kind, String sentence) {
    var answer = good("/workflows/%s/why-not?date=%s".formatted(workflow, date));

    assertThat(answer.path("sentence").asString()).isEqualTo(sentence);
    assertThat(answer.at("/reasons/0/kind").asString()).isEqualTo(kind);
  }

  @Test
  void aRunForTheDateIsTheAnswer() {
    var answer = good("/workflows/early/why-not?date=2026-01-31");

    assertThat(answer.path("sentence").asString())
        .startsWith("early ran for 2026-01-31: run ")
        .endsWith(" succeeded");
    assertThat(answer.path("reasons").valueStream().map(each -> each.path("kind").asString()))
        .containsExactly("day-off", "run");
    assertThat(answer.at("/reasons/1/text").asString()).startsWith("operator-user started run ");
  }
}
