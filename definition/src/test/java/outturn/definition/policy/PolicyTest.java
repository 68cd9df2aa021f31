package outturn.definition.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.project.Projects;

class PolicyTest {
  private static final String REST =
      """
      ---
      {kind: calendar, name: bank, holidays: {country: GB, region: ENG}, years: {from: 2026, to: 2026}}
      ---
      {kind: pool, name: db, size: 2}
      ---
      kind: workflow
      name: month-end-close
      tasks:
        load: {run: [x], pools: {db: 1}}
        pay: {sql: {connection: ledger, statement: select 1}}
        rest: {wait: {for: 1h}}
        join: {needs: [load, pay]}
      ---
      {kind: workflow, name: daily, tasks: {a: {shell: "true"}}}
      ---
      {kind: connection, name: ledger, url: "jdbc:postgresql://db/ledger"}
      """;

  private static Policy policy(String keys) {
    var text = "{kind: policy, name: p, allow: none, %s}\n%s".formatted(keys, REST);
    return Projects.valid("all.yaml", text).policies().find("p").orElseThrow();
  }

  private static String at(String during, String zone, String time) {
    var keys = "timezone: %s, during: %s".formatted(zone, during);
    var standing = policy(keys).at(OffsetDateTime.parse(time).toInstant());
    var until = standing.until().map(Instant::toString).orElse("ever");
    return (standing.inForce() ? "closed " : "open ") + until;
  }

  @ParameterizedTest(name = "{0} at {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # within a day, and the ends: the first instant counts, the last does not
          {from: '08:00', to: '18:00'} | UTC | 2026-03-02T07:59:59Z | open 2026-03-02T08:00:00Z
          {from: '08:00', to: '18:00'} | UTC | 2026-03-02T08:00:00Z | closed 2026-03-02T18:00:00Z
          {from: '08:00', to: '18:00'} | UTC | 2026-03-02T18:00:00Z | open 2026-03-03T08:00:00Z
          # over midnight: it belongs to the day on which it opens
          {from: '22:00', to: '06:00', days: fri} | Europe/London | 2026-03-07T05:00:00Z | closed 2026-03-07T06:00:00Z
          {from: '22:00', to: '06:00', days: fri} | Europe/London | 2026-03-06T05:00:00Z | open 2026-03-06T22:00:00Z
          {from: '20:00'} | UTC | 2026-03-02T21:00:00Z | closed 2026-03-03T00:00:00Z
          {to: '04:00'} | UTC | 2026-03-02T03:00:00Z | closed 2026-03-02T04:00:00Z
          {days: [sat, sun]} | Europe/London | 2026-03-07T12:00:00Z | closed 2026-03-09T00:00:00Z
          {days: [mon, tue, wed, thu, fri, sat, sun]} | UTC | 2026-03-07T12:00:00Z | closed ever
          [{from: '20:00'}, {to: '05:00'}] | UTC | 2026-03-02T21:00:00Z | closed 2026-03-03T05:00:00Z
          # the clock leaves out 01:00 to 02:00 on 29 March
          {from: '01:30', to: '03:00'} | Europe/London | 2026-03-29T00:30:00Z | open 2026-03-29T01:00:00Z
          {from: '00:30', to: '01:30'} | Europe/London | 2026-03-29T00:45:00Z | closed 2026-03-29T01:00:00Z
          {from: '01:10', to: '01:50'} | Europe/London | 2026-03-29T00:45:00Z | open 2026-03-30T00:10:00Z
          # and shows 01:00 to 02:00 twice on 25 October
          {from: '01:30', to: '03:00'} | Europe/London | 2026-10-25T00:40:00Z | closed 2026-10-25T03:00:00Z
          {from: '00:30', to: '01:30'} | Europe/London | 2026-10-25T00:40:00Z | closed 2026-10-25T01:30:00Z
          {from: '22:00', to: '06:00'} | Europe/Berlin | 2026-10-24T21:00:00Z | closed 2026-10-25T05:00:00Z
          # working days: 3 April is Good Friday
          {calendar: bank, from: '09:00', to: '17:00'} | Europe/London | 2026-04-03T10:00:00Z | open 2026-04-07T08:00:00Z
          {calendar: bank, from: '09:00', to: '17:00'} | Europe/London | 2026-04-07T10:00:00Z | closed 2026-04-07T16:00:00Z
          # a year that the calendar does not know counts as worked
          {calendar: bank, days: fri} | UTC | 2027-01-01T10:00:00Z | closed 2027-01-02T00:00:00Z
          {from: 2026-12-24T18:00, to: 2027-01-02} | Europe/Berlin | 2026-12-24T17:00:00Z | closed 2027-01-02T23:00:00Z
          {from: 2026-12-24T18:00, to: 2027-01-02} | Europe/Berlin | 2026-12-24T16:59:59Z | open 2026-12-24T17:00:00Z
          {from: 2026-12-24T18:00, to: 2027-01-02} | Europe/Berlin | 2027-01-02T23:00:00Z | open ever
          {from: 2026-12-24} | UTC | 2026-12-25T00:00:00Z | closed ever
          {to: 2026-12-24T12:30:15} | UTC | 2026-12-24T00:00:00Z | closed 2026-12-24T12:30:15Z
          """)
  void aWindowIsOpenOrClosedUntilATime(String during, String zone, String time, String expected) {
    assertThat(at(during, zone, time)).isEqualTo(expected);
  }

  @Test
  void withoutWindowsItIsAlwaysInForce() {
    var standing = policy("title: Frozen").at(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(standing.inForce()).isTrue();
    assertThat(standing.until()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: all                                     | load pay a
          applies: {workflows: 'month-end-*'}            | load pay
          applies: {workflows: [daily, 'month-???-c*e']} | load pay a
          applies: {tasks: [sql, shell]}                 | pay a
          applies: {tasks: run}                          | load
          applies: {pools: db}                           | load
          applies: {workflows: daily, pools: db}         | ''
          """)
  void aPolicyIsAboutTheTasksThatFitAllOfItsSelection(String keys, String expected) {
    var text = "{kind: policy, name: p, allow: 3, %s}\n%s".formatted(keys, REST);
    var project = Projects.valid("all.yaml", text);
    var selection = project.policies().find("p").orElseThrow().applies();
    var all =
        project.workflows().all().reversed().stream()
            .flatMap(workflow ->
                workflow.graph().tasks().stream()
                    .filter(task -> selection.has(workflow.name(), task))
                    .map(task -> task.name()))
            .toList();
    assertThat(String.join(" ", all)).isEqualTo(expected);
  }

  @Test
  void aPatternThatNoWorkflowFitsIsAMistake() {
    var text =
        "{kind: policy, name: p, allow: none, applies: {workflows: [dai*, weekly-*]}}\n" + REST;
    assertThat(Projects.problems("all.yaml", text))
        .isEqualTo(
            "all.yaml:1:66: unknown-workflow: there is no workflow 'weekly-*'"
                + " (there are: daily, month-end-close)");
  }

  @Test
  void itAllowsSoManyWhileItIsInForce() {
    var text = "{kind: policy, name: p, allow: 3, during: {days: mon}}\n" + REST;
    var policy = Projects.valid("all.yaml", text).policies().find("p").orElseThrow();
    assertThat(policy.freezes()).isFalse();
    assertThat(policy.allows(policy.at(Instant.parse("2026-03-02T08:00:00Z")))).isEqualTo(3);
    assertThat(policy.allows(policy.at(Instant.parse("2026-03-03T08:00:00Z"))))
        .isEqualTo(Policy.UNLIMITED);
  }
}
