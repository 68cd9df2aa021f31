package outturn.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.run.RunId;
import outturn.runtime.AppliedProject;
import outturn.runtime.RecordedLog;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;
import outturn.store.measure.RunFigures;

class CollectTaskTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Result DONE = new Result.Done(Map.of());
  private static final String PROJECT =
      """
      kind: project
      name: repairs
      ---
      kind: connection
      name: housing
      url: jdbc:postgresql://localhost/housing
      ---
      kind: measure
      name: visits
      type: count
      unit: visits
      better: higher
      cadence: weekly
      lag: 2d
      source: {sql: {connection: housing, statement: select 1}}
      ---
      kind: measure
      name: answered
      type: count
      better: higher
      cadence: weekly
      lag: 2d
      source:
        http:
          url: https://figures.example.org/answered
          json: $.depots[*]
          columns: {period: $.week, value: $.result.calls}
      ---
      kind: measure
      name: meetings
      type: count
      better: lower
      cadence: weekly
      lag: 2d
      source:
        graph:
          tenant: contoso.example
          client: an-application
          secret: ${secrets.microsoft_365}
          value: {report: getTeamsUserActivityCounts, columns: Meetings}
      ---
      kind: measure
      name: calls
      type: count
      better: lower
      cadence: monthly
      source: {csv: {file: calls.csv}}
      ---
      kind: outcome
      name: one-visit
      owner: director
      statement: {who: tenants, what: wait less, soThat: they are content}
      measures:
        - measure: visits
          baseline: {from: 2026-08-03, to: 2026-08-30}
        - measure: answered
          baseline: {from: 2026-08-03, to: 2026-08-30}
      """;

  private final List<Object> asked = new ArrayList<>();
  private final List<Map<String, Object>> answer = new ArrayList<>();
  private Object body = Map.of();
  private final List<String> news = new ArrayList<>();
  private final RecordedLog log = new RecordedLog();
  private AppliedProject server;
  private CollectTask task;
  private long version;

  @BeforeEach
  void apply() {
    server = new AppliedProject(NOW);
    version =
        server.apply(
            0,
            Map.of(
                "outturn.yaml",
                PROJECT,
                "calls.csv",
                "period,value\n2020-01-01,5\n2026-10-01,7\n2026-11-01,1\n"));
    task =
        new CollectTask(
            server.versions,
            server.observations,
            new RunFigures(server.jdbi),
            this::ask,
            this::answer,
            news::add,
            server.clock);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theFirstCollectionBeginsWithTheBaseline() throws Exception {
    answer.add(Map.of("PERIOD", "2026-08-03", "VALUE", 40L));
    answer.add(Map.of("period", "2026-08-10T00:00", "value", 41.5));
    answer.add(Map.of("period", "2026-11-16", "value", 3L));

    assertThat(collect("visits", Map.of())).isEqualTo(DONE);
    // The last week ended on the day before, but its lag is not over.
    assertThat(asked).containsExactly(Map.of("from", "2026-08-03", "to", "2026-11-15"));
    assertThat(known("visits"))
        .isEqualTo(Map.of(LocalDate.of(2026, 8, 3), 40.0, LocalDate.of(2026, 8, 10), 41.5));
    assertThat(log.text())
        .isEqualTo(
            "2026-08-03 to 2026-11-15: 2 added, 0 revised, 0 unchanged, 1 rows of other periods left out\n");
    assertThat(news).containsExactly("visits");
  }

  @Test
  void laterCollectionsGoBackForLateData() throws Exception {
    answer.add(Map.of("period", "2026-11-02", "value", 1L));
    collect("visits", Map.of());
    answer.set(0, Map.of("period", "2026-11-02", "value", 2L));
    collect("visits", Map.of());

    assertThat(asked.getLast()).isEqualTo(Map.of("from", "2026-10-26", "to", "2026-11-15"));
    assertThat(log.text()).contains("0 added, 1 revised, 0 unchanged");
  }

  @Test
  void aBackfillAsksForItsOwnDaysInWholePeriods() throws Exception {
    collect("visits", Map.of("from", "2026-09-02", "to", "2026-09-10"));

    assertThat(asked).containsExactly(Map.of("from", "2026-08-31", "to", "2026-09-13"));
  }

  @Test
  void aRunForAnEarlierBusinessDateSeesNoLaterPeriod() throws Exception {
    collect("visits", Map.of("businessDate", "2026-10-14"));

    assertThat(asked).containsExactly(Map.of("from", "2026-08-03", "to", "2026-10-11"));
  }

  @Test
  void badRowsFailTheTaskAndNothingIsApplied() throws Exception {
    answer.add(Map.of("period", "2026-10-05", "value", 1L));
    answer.add(Map.of("period", "2026-10-13", "value", 1L));
    answer.add(Map.of("period", "2026-10-19"));

    assertThat(collect("visits", Map.of()))
        .isEqualTo(
            Result.Failed.of(
                Result.Kind.ANSWER,
                """
                row 2, column period: 2026-10-13 does not begin a week; write 2026-10-12 for the one that it is in
                row 3, column value: is missing; give a value\
                """));
    assertThat(known("visits")).isEmpty();
    assertThat(news).isEmpty();
  }

  @Test
  void aFailedQueryFailsTheTask() throws Exception {
    var failure = Result.Failed.of(Result.Kind.CONNECTION, "no connection");
    var broken =
        new CollectTask(
            server.versions,
            server.observations,
            new RunFigures(server.jdbi),
            (_, _) -> failure,
            this::answer,
            news::add,
            server.clock);

    assertThat(broken.run(request("visits", Map.of()))).isEqualTo(failure);
  }

  @Test
  void aFileIsReadWholeUpToTheLastKnownPeriod() throws Exception {
    assertThat(collect("calls", Map.of())).isEqualTo(DONE);

    assertThat(known("calls"))
        .isEqualTo(Map.of(LocalDate.of(2020, 1, 1), 5.0, LocalDate.of(2026, 10, 1), 7.0));
  }

  @Test
  void usageReportsGiveTheWeeksThatAreWholeInThem() throws Exception {
    var days = new StringBuilder("Report Refresh Date,Meetings,Report Date\n");
    for (int day = 5; day <= 19; day++) {
      days.append("2026-11-19,3,2026-11-%02d\n".formatted(day));
    }
    body = Map.of("call", "getTeamsUserActivityCounts(period='D30')", "text", days.toString());

    assertThat(collect("meetings", Map.of("from", "2026-11-02", "to", "2026-11-15")))
        .isEqualTo(DONE);

    assertThat(known("meetings")).isEqualTo(Map.of(LocalDate.of(2026, 11, 9), 21.0));
    assertThat(log.text())
        .contains(
            "1 week left out, up to the week of 2 Nov 2026: getTeamsUserActivityCounts goes from 2026-11-05 to 2026-11-19",
            "1 added");
  }

  private Result ask(Request request, Consumer<Map<String, Object>> row) {
    asked.add(request.settings().getOrDefault("params", ""));
    answer.forEach(row);
    return DONE;
  }

  private Result answer(Request request, Consumer<Object> json) {
    asked.add(request.settings().getOrDefault("params", ""));
    json.accept(body);
    return DONE;
  }

  @Test
  void theAnswerOfAWebServiceIsReadByItsPaths() throws Exception {
    body =
        Map.of(
            "depots",
            List.of(
                Map.of("week", "2026-11-02", "result", Map.of("calls", 12L)),
                Map.of("week", "2026-11-09", "result", Map.of("calls", 7.5))));

    assertThat(collect("answered", Map.of())).isEqualTo(DONE);

    assertThat(asked).containsExactly(Map.of("from", "2026-08-03", "to", "2026-11-15"));
    assertThat(known("answered"))
        .isEqualTo(Map.of(LocalDate.of(2026, 11, 2), 12.0, LocalDate.of(2026, 11, 9), 7.5));
  }

  @Test
  void anAnswerThatIsBuiltOtherwiseFailsTheTaskAndSaysWhere() throws Exception {
    body = Map.of("depot", List.of());
    assertThat(collect("answered", Map.of()))
        .isEqualTo(Result.Failed.of(Result.Kind.ANSWER, "the answer has nothing at $.depots[*]"));

    body = Map.of("depots", List.of(1L, Map.of("week", "2026-11-02")));
    assertThat(collect("answered", Map.of()))
        .isEqualTo(
            Result.Failed.of(
                Result.Kind.ANSWER,
                """
                row 1 at $.depots[*] is not an object
                row 2, column value: is missing; give a value\
                """));
    assertThat(known("answered")).isEmpty();
  }

  private Map<LocalDate, Double> known(String measure) {
    var found = server.inForce.measure(measure).orElseThrow().value();
    return server.values.of(found, server.clock.instant());
  }

  private Result collect(String measure, Map<String, Object> more) throws InterruptedException {
    return task.run(request(measure, more));
  }

  private Request request(String measure, Map<String, Object> more) {
    var settings = new HashMap<String, Object>();
    settings.put("measure", measure);
    settings.put("version", version);
    settings.put("run", RunId.firstAt(NOW).toString());
    settings.put("businessDate", "2026-11-17");
    settings.put("from", "");
    settings.put("to", "");
    settings.putAll(more);
    var places = new Request.Places(Path.of("."), Path.of("."));
    return new Request("collect", settings, Map.of(), Map.of(), places, log, Optional.empty());
  }
}
