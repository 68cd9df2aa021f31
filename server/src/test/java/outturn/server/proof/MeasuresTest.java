package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Api.Prune;
import tools.jackson.databind.JsonNode;

class MeasuresTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Api API = SERVER.api();
  private static final LocalDate FIRST_WEEK = LocalDate.of(2026, 1, 5);

  private static final String PROJECT =
      """
      kind: measure
      name: visits
      type: count
      unit: visits
      better: higher
      cadence: weekly
      ---
      kind: measure
      name: calls
      type: count
      unit: calls
      better: lower
      cadence: weekly
      source: {csv: {file: data/calls.csv}}
      ---
      kind: measure
      name: nightly-success
      type: proportion
      unit: percent
      better: higher
      cadence: daily
      source: {workflow: {name: nightly-work, value: success-rate}}
      ---
      kind: workflow
      name: nightly-work
      inputs: {code: {}}
      tasks: {work: {shell: "exit $CODE", env: {CODE: "${inputs.code}"}}}
      ---
      kind: outcome
      name: more-visits
      owner: head-of-visits
      statement: {who: tenants, what: are visited sooner, soThat: they lose fewer days}
      measures: [{measure: visits, target: {value: 90, by: 2027-01-31}}]
      ---
      kind: outcome
      name: fewer-calls
      owner: head-of-calls
      statement: {who: tenants, what: need not call twice, soThat: they lose less time}
      measures:
        - measure: calls
          baseline: {from: %s, to: %s}
          target: {value: 10, by: 2027-01-31}
      """
          .formatted(FIRST_WEEK, FIRST_WEEK.plusDays(83));

  private static final String WARDS =
      """
      {kind: group, name: patients, is: beneficiary}
      ---
      {kind: group, name: wards, is: business, members: [MEMBER]}
      ---
      {kind: measure, name: ward-waits, type: duration, unit: days, better: lower, cadence: monthly, owner: wards}
      ---
      kind: outcome
      name: shorter-ward-waits
      owner: wards
      objective: health
      statement: {who: patients, what: wait for a bed fewer days, soThat: they are well sooner}
      measures: [{measure: ward-waits, target: {value: TARGET, by: 2030-12-31}}]
      """;

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final LocalDate yesterday = today.minusDays(1);

  @BeforeAll
  static void apply() {
    API.apply("measuring", files(rows(0)), Prune.KEEP);
  }

  private static Map<String, String> files(String calls) {
    return Map.of("all.yaml", PROJECT, "data/calls.csv", calls);
  }

  /// Sixteen weeks, of which the baseline has twelve.
  private static String rows(int more) {
    return IntStream.range(0, 16)
        .mapToObj(i -> "%s,%d\n".formatted(FIRST_WEEK.plusWeeks(i), 40 + i % 5 + more))
        .collect(Collectors.joining("", "period,value\n", ""));
  }

  @Test
  void revisionsAreKeptWithWhoAndWhenAndTheNewestCounts() {
    var times = List.of("50", "60", "70").stream().map(MeasuresTest::observed).toList();

    var history = API.all("/measures/visits/observations?history=true");
    assertThat(history)
        .extracting(each -> each.path("value").intValue())
        .containsExactly(50, 60, 70);
    assertThat(history)
        .extracting(each -> each.path("revision").intValue())
        .containsExactly(1, 2, 3);
    assertThat(history).extracting(each -> each.at("/by/user").asString()).containsOnly("admin");
    assertThat(history)
        .extracting(each -> Instant.parse(each.path("recordedAt").asString()))
        .isSorted()
        .allSatisfy(at -> assertThat(at).isBeforeOrEqualTo(times.getLast()));

    assertThat(latest("")).isEqualTo(70);
    assertThat(latest("?asOf=" + times.get(1))).isEqualTo(60);
    assertThat(latest("?asOf=" + times.getFirst())).isEqualTo(50);
    var chart = API.get("/outcomes/more-visits").good().at("/measures/0/chart/values");
    assertThat(chart.toString()).isEqualTo("[70.0]");

    assertThat(shown("--as-of", times.getFirst().toString())).contains("50 visits");
    assertThat(shown("--as-of", today.toString())).contains("70 visits");
    assertThat(shown("--as-of", yesterday.toString())).doesNotContain("70 visits");
    assertThat(shown()).contains("70 visits");
  }

  /// Enters a value of the one week, and tells when that was done.
  private static Instant observed(String value) {
    var said = SERVER.says("observe", "visits", FIRST_WEEK.toString(), value);
    assertThat(said.out()).contains(value.equals("50") ? "1 added" : "1 revised");
    return Instant.now();
  }

  private static int latest(String query) {
    return API.get("/outcomes/more-visits" + query)
        .good()
        .at("/measures/0/latest/value")
        .intValue();
  }

  private static String shown(String... options) {
    var command = new ArrayList<>(List.of("outcome", "show", "more-visits"));
    command.addAll(List.of(options));
    var said = SERVER.says(command.toArray(String[]::new));
    assertThat(said.code()).as(said.err()).isZero();
    return said.out();
  }

  @Test
  void theSuccessRateOfAWorkflowIsCollectedFromItsRuns() {
    var runs =
        List.of("0", "0", "0", "1").stream().map(code -> yesterdays("nightly-work", code)).toList();
    runs.forEach(API::ended);

    var run = collected("nightly-success", yesterday, yesterday);

    var seen = API.all("/measures/nightly-success/observations");
    assertThat(seen)
        .singleElement()
        .satisfies(each -> {
          assertThat(each.path("period").asString()).isEqualTo(yesterday.toString());
          assertThat(each.path("value").doubleValue()).isEqualTo(75);
          assertThat(each.path("numerator").intValue()).isEqualTo(3);
          assertThat(each.path("denominator").intValue()).isEqualTo(4);
          assertThat(each.at("/by/run").asString()).isEqualTo(run);
        });
    assertThat(SERVER.says("measures", "nightly-success").out()).contains("3/4").contains(run);
  }

  private String yesterdays(String workflow, String code) {
    var wish =
        Map.of("workflow", workflow, "inputs", Map.of("code", code), "businessDate", yesterday);
    return API.post("/runs", wish).good().path("id").asString();
  }

  @Test
  void aBaselineIsFrozenOnceAndLaterRevisionsDoNotMoveIt() {
    collected("calls", FIRST_WEEK, FIRST_WEEK.plusWeeks(16).minusDays(1));
    assertThat(API.all("/measures/calls/observations")).hasSize(16);
    var frozen =
        Patience.until("a baseline", MeasuresTest::baseline, each -> each.path("hash").isString());
    assertThat(frozen.path("n").intValue()).isEqualTo(12);

    API.apply("measuring", files(rows(20)), Prune.KEEP);
    collected("calls", FIRST_WEEK, FIRST_WEEK.plusWeeks(16).minusDays(1));

    assertThat(API.get("/measures/calls").good().at("/last/value").intValue()).isEqualTo(60);
    assertThat(baseline()).isEqualTo(frozen);
  }

  private static JsonNode baseline() {
    return API.get("/outcomes/fewer-calls").good().at("/measures/0/baseline");
  }

  private static String collected(String measure, LocalDate from, LocalDate to) {
    var run = API.start("collect-" + measure, Map.of("from", from.toString(), "to", to.toString()));
    var ended = API.ended(run);
    assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("succeeded");
    return run;
  }

  @Test
  void thePersonWhoAgreesIsOfTheBusinessAndAnEditVoidsIt() {
    applyWards("nobody", 5);
    var refused = SERVER.says("outcome", "agree", "shorter-ward-waits");
    assertThat(refused.code()).isNotZero();
    assertThat(refused.err()).contains("add admin under members: of patients or wards");

    applyWards("admin", 5);
    assertThat(SERVER.says("outcome", "agree", "shorter-ward-waits").out())
        .isEqualTo("admin agreed to outcome shorter-ward-waits (agreement 1)\n");
    assertThat(checked()).contains("Described. Step confirm is open:", "describe: passed");

    applyWards("admin", 6);
    assertThat(checked())
        .contains("describe: not passed", "AGR-1 fail: admin agreed to it on", "that is void");
    assertThat(SERVER.says("gauge").out())
        .contains("Agreed to, but changed since: shorter-ward-waits.");
  }

  private static void applyWards(String member, int target) {
    var text = WARDS.replace("MEMBER", member).replace("TARGET", Integer.toString(target));
    API.apply("wards", Map.of("all.yaml", text), Prune.KEEP);
  }

  private static String checked() {
    var said = SERVER.says("outcome", "check", "shorter-ward-waits");
    assertThat(said.code()).as(said.err()).isZero();
    return said.out();
  }
}
