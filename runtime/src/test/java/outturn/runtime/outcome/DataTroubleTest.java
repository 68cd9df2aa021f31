package outturn.runtime.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.run.RunId;
import outturn.outcome.position.Position;
import outturn.outcome.quality.Excluded;
import outturn.outcome.step.Check;
import outturn.outcome.step.Verdict;
import outturn.outcome.words.PositionSentences;
import outturn.runtime.AppliedProject;
import outturn.runtime.measure.Entered;
import outturn.runtime.measure.Given;
import outturn.runtime.measure.Selection;
import outturn.store.measure.Observation;
import outturn.store.measure.Recorded;
import outturn.store.measure.Source;

/// What becomes of observations that are late, doubled, revised or missing, of a source that is
/// down, and of a definition that is changed: in the chart, at the gate and in words.
class DataTroubleTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 5, 31);

  private static final String PROJECT =
      """
      kind: project
      name: desk
      ---
      kind: measure
      name: waiting
      title: Minutes that callers wait
      type: mean
      unit: minutes
      better: lower
      cadence: daily
      source: {sql: {connection: desk, statement: select 1}}
      quality: {range: [0, 60], lateness: 3d, freshness: 4d}
      ---
      {kind: connection, name: desk, url: "jdbc:postgresql://localhost/desk"}
      ---
      kind: outcome
      name: shorter-waits
      owner: desk
      statement: {who: callers, what: wait less, soThat: they can go on}
      measures:
        - measure: waiting
          baseline: {from: 2026-04-01, to: 2026-04-30}
          target: {value: 8, by: 2026-12-31, sustain: {periods: 3, of: 5}}
      """;

  private AppliedProject server;

  @BeforeEach
  void apply() {
    server = new AppliedProject(NOON);
    server.apply(0, Map.of("outturn.yaml", PROJECT));
    var past = new ArrayList<Observation>();
    for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      past.add(Observation.of("", day, 10 + day.getDayOfMonth() % 3));
    }
    collect(past);
    server.freezing.step();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Recorded collect(List<Observation> found) {
    var run = new Source.Run(RunId.firstAt(server.clock.instant()));
    return server.observations.append("waiting", found, server.clock.instant(), run);
  }

  private Recorded collect(LocalDate day, double value) {
    return collect(List.of(Observation.of("", day, value)));
  }

  private void days(int count) {
    server.clock.pass(Duration.ofDays(count));
  }

  private Position position() {
    return server.outcomes.find("shorter-waits").orElseThrow().value().measures().getFirst();
  }

  private List<Check> checks(String id) {
    return server.gates.find("shorter-waits").orElseThrow().value().gates().get(2).checks().stream()
        .filter(check -> check.id().equals(id))
        .toList();
  }

  private Check check(String id) {
    return checks(id).getFirst();
  }

  @Test
  void goodValuesAreAllCounted() {
    assertThat(position().warnings()).isEmpty();
    assertThat(check("QUA-1").verdict()).isEqualTo(Verdict.PASS);
    assertThat(check("QUA-2").text())
        .isEqualTo(
            "Of “Minutes that callers wait” 61 of 61 days (100\u00A0%) have a value that counts.");
    assertThat(checks("DEF-1")).isEmpty();
  }

  @Test
  void aLateValueIsHollowAndExplained() {
    days(5);
    collect(LAST.plusDays(1), 11);

    var position = position();
    assertThat(position.quality().excluded())
        .extracting(Excluded::period)
        .containsExactly(LAST.plusDays(1));
    assertThat(position.picture().periods()).last().isEqualTo(LAST.plusDays(1));
    assertThat(position.picture().xmr().series().isMissing(61)).isTrue();
    assertThat(position.picture().excluded().value(61)).isEqualTo(11);
    assertThat(position.standing().latest().orElseThrow().period()).isEqualTo(LAST);
    assertThat(position.warnings())
        .contains(
            "The value of 1 Jun 2026, 11 minutes, does not count and is drawn hollow: it came on 6 Jun 2026, more than 3 days after it was due.");
    assertThat(check("QUA-1").verdict()).isEqualTo(Verdict.WARN);
    assertThat(check("QUA-1").text())
        .isEqualTo(
            "1 of the values of “Minutes that callers wait” do not count; the last is that of 1 Jun 2026: it came on 6 Jun 2026, more than 3 days after it was due.");
  }

  @Test
  void aDoubledValueCountsOnce() {
    days(1);
    assertThat(collect(LAST.plusDays(1), 11)).isEqualTo(new Recorded(1, 0, 0));
    assertThat(collect(LAST.plusDays(1), 11)).isEqualTo(new Recorded(0, 0, 1));
    var twice = List.of(given(LAST.plusDays(1), 11), given(LAST.plusDays(1), 12));

    assertThat(server.measures.observe("waiting", twice, "ann"))
        .isEqualTo(
            new Entered.Refused(
                List.of(
                    "row 2, column period: 2026-06-01 was given in row 1 already; give each period once")));
    assertThat(position().standing().latest().orElseThrow().value()).isEqualTo(11);
  }

  private static Given given(LocalDate day, double value) {
    return new Given(
        day, "", OptionalDouble.of(value), OptionalDouble.empty(), OptionalDouble.empty());
  }

  @Test
  void aWrongValueIsKeptAndItsRevisionCounts() {
    days(1);
    collect(LAST.plusDays(1), 640);
    assertThat(position().picture().excluded().value(61)).isEqualTo(640);
    assertThat(position().standing().attainment().orElseThrow().counted()).isEqualTo(5);

    days(1);
    collect(LAST.plusDays(1), 6.4);

    assertThat(position().quality().excluded()).isEmpty();
    assertThat(position().standing().latest().orElseThrow().value()).isEqualTo(6.4);
    var all =
        Selection.latest(server.clock.instant())
            .from(LAST.plusDays(1))
            .revisions(Selection.Revisions.ALL);
    assertThat(server.measures.observations("waiting", all))
        .extracting(reading -> reading.value().orElseThrow())
        .containsExactly(640.0, 6.4);
    assertThat(server.outcomes.find("shorter-waits", NOON.plus(Duration.ofDays(1)).plusSeconds(9)))
        .get()
        .satisfies(entry ->
            assertThat(entry.value().measures().getFirst().quality().excluded()).hasSize(1));
  }

  @Test
  void missingValuesStayGapsAndCostTheShare() {
    days(11);
    collect(LAST.plusDays(11), 9);

    assertThat(
            position()
                .picture()
                .xmr()
                .series()
                .slice(new outturn.evidence.series.Window(61, 72))
                .count())
        .isEqualTo(1);
    assertThat(position().warnings())
        .contains(
            "62 of 72 days (86\u00A0%) have a value that counts, less than the 95\u00A0% that evidence needs for its grade.");
    assertThat(check("QUA-2").verdict()).isEqualTo(Verdict.WARN);
    assertThat(server.gates.find("shorter-waits").orElseThrow().value().gates().get(2).failed())
        .noneMatch(check -> check.id().startsWith("QUA"));
  }

  @Test
  void aSourceThatIsDownForAWeekIsSaidAndABackfillMendsIt() {
    days(7);
    assertThat(position().warnings())
        .contains(
            "It has no value after that of 31 May 2026, which ended more than 4 days ago.",
            "No value has come in since 31 May 2026; there could be one up to 7 Jun 2026.")
        .noneMatch(said -> said.contains("have a value that counts"));
    assertThat(check("QUA-1").text())
        .isEqualTo(
            "Minutes that callers wait has no value after that of 31 May 2026, which ended more than 4 days ago.");

    var missed = new ArrayList<Observation>();
    for (int day = 1; day <= 7; day++) missed.add(Observation.of("", LAST.plusDays(day), 9));
    collect(missed);

    // The first four of them come more than three days after they were due.
    assertThat(position().quality().excluded()).hasSize(4);
    assertThat(position().standing().latest().orElseThrow().period()).isEqualTo(LAST.plusDays(7));
    assertThat(position().warnings())
        .noneMatch(text -> text.startsWith("It has no value"))
        .anyMatch(text -> text.startsWith("4 values do not count and are drawn hollow."));
  }

  @Test
  void aChangedDefinitionBeginsAPhaseAndIsNotCompared() {
    server.clock.pass(Duration.ofHours(1));
    server.apply(
        1, Map.of("outturn.yaml", PROJECT.replace("select 1", "select 2 -- of all calls")));
    for (int day = 1; day <= 4; day++) {
      days(1);
      collect(LAST.plusDays(day), 30);
    }

    var position = position();
    assertThat(position.picture().changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.title()).isEqualTo("New definition: another source");
          assertThat(change.date()).isEqualTo(LAST.plusDays(1));
        });
    assertThat(position.picture().xmr().phases().getLast().window().from()).isEqualTo(61);
    assertThat(position.signals()).isEmpty();
    assertThat(PositionSentences.of(position))
        .startsWith(
            "Since the measure was defined anew (1 June 2026) the mean is 30 minutes, over 4 days. The baseline was counted by another definition, so the two are not compared.");
    assertThat(position.warnings())
        .contains(
            "New definition: another source on 1 Jun 2026: values before and after are not compared.");
    assertThat(check("DEF-1").verdict()).isEqualTo(Verdict.WARN);
    assertThat(check("DEF-1").text())
        .isEqualTo(
            "What “Minutes that callers wait” counts was defined anew on 1 Jun 2026, so it is not compared with what was before.");
  }

  @Test
  void aDefinitionThatOnlyReadsOtherwiseIsNone() {
    server.apply(1, Map.of("outturn.yaml", PROJECT.replace("select 1", "select   1")));
    days(1);
    collect(LAST.plusDays(1), 11);

    assertThat(position().picture().changes()).isEmpty();
  }
}
