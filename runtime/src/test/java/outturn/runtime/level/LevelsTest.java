package outturn.runtime.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.run.RunId;
import outturn.outcome.level.Level;
import outturn.outcome.level.Occasion;
import outturn.runtime.AppliedProject;
import outturn.store.measure.RunFigures;
import outturn.store.range.Ranges;

/// Levels of services, read from rows of runs and observations.
class LevelsTest {
  private static final String PROJECT =
      """
      kind: project
      name: pay
      ---
      kind: workflow
      name: payroll
      timezone: Europe/London
      tasks:
        send: {}
        tidy: {needs: [send]}
      deadlines:
        - {name: all, by: "07:00"}
      ---
      kind: measure
      name: availability
      type: proportion
      unit: percent
      better: higher
      cadence: monthly
      ---
      kind: service
      name: pay
      outputs:
        - {name: wages, promise: Wages are there by seven, deadline: payroll/all, target: 50%}
        - {name: month, promise: So they are this month, deadline: payroll/all, window: month}
        - {name: desk, promise: The desk answers, measure: availability, atLeast: 99}
        - {name: hope, promise: All are glad}
      """;

  private final AppliedProject server = new AppliedProject(Instant.parse("2026-11-23T12:00:00Z"));
  private final Levels levels =
      new Levels(server.inForce, server.values, new RunFigures(server.jdbi), server.clock);
  private int runs;

  @BeforeEach
  void apply() {
    new Ranges(server.jdbi, server.clock).make(2);
    server.apply(0, Map.of("outturn.yaml", PROJECT));
    run("2026-10-30", "succeeded", "06:00");
    run("2026-11-02", "succeeded", "06:59");
    run("2026-11-03", "failed", "03:00");
    run("2026-11-03", "succeeded", "08:00");
    run("2026-11-04", "failed", "03:00");
    run("2026-11-05", "cancelled", "03:00");
    run("2026-11-23", "running", "");
    run("2026-08-03", "succeeded", "06:00");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void run(String date, String state, String ended) {
    long id = RunId.firstAt(server.clock.instant().plusMillis(runs++)).value();
    server.jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into run (id, workflow, project, version, state, business_date, created, started, ended, due)
            values (?, 'payroll', 'pay', 1, ?, ?::date, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz)
            """,
            id,
            state,
            date,
            date + "T02:00:00Z",
            date + "T02:00:00Z",
            ended.isEmpty() ? null : date + "T%s:00Z".formatted(ended),
            date + "T02:00:00Z"));
  }

  private Level level(int place) {
    var service = server.inForce.services().iterator().next().value();
    return levels.of(service).get(place);
  }

  @Test
  void datesAreJudgedByTheirRuns() {
    assertThat(level(0).occasions())
        .extracting(each -> each.date() + " " + each.standing())
        .containsExactly(
            "2026-10-30 MET",
            "2026-11-02 MET",
            "2026-11-03 BREACHED",
            "2026-11-04 BREACHED",
            "2026-11-05 NOT_DUE",
            "2026-11-23 BREACHED");
    assertThat(level(0).occasions().get(2).value()).hasValue(60);
    assertThat(level(0).judgement()).isEqualTo(Level.Judgement.BROKEN);
  }

  @Test
  void aCalendarWindowBeginsWithItsUnit() {
    assertThat(level(1).occasions()).extracting(Occasion::date).first().hasToString("2026-11-02");
    assertThat(level(1).judgement()).isEqualTo(Level.Judgement.NO_TARGET);
  }

  @Test
  void whatNobodyObservedOrSaidIsNotJudged() {
    assertThat(level(2).sentence()).startsWith("Nothing was due since");
    assertThat(level(3).sentence()).startsWith("Nobody has said how it is known");
  }

  @Test
  void theGaugeTakesItsScoresFromThem() {
    var promises = levels.promises();
    assertThat(promises).hasSize(4);
    assertThat(promises.getFirst().score().orElseThrow().kept()).isEqualTo(2);
    assertThat(promises.getFirst().score().orElseThrow().of()).isEqualTo(5);
    assertThat(promises.get(3).score()).isEmpty();
  }
}
