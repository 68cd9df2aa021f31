package outturn.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.definition.measure.Measure;
import outturn.definition.project.Project;
import outturn.engine.run.RunId;
import outturn.runtime.AppliedProject;
import outturn.store.measure.RunFigures;
import outturn.store.range.Ranges;

class WorkflowFiguresTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
  private static final Span BOTH = new Span(OCTOBER, LocalDate.of(2026, 11, 30), Span.Origin.RULE);

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
        - {name: sent, task: send, by: "06:00"}
        - {name: all, by: "+1d 07:00"}
      ---
      kind: measure
      name: success
      type: proportion
      unit: percent
      better: higher
      cadence: monthly
      source: {workflow: {name: payroll, value: success-rate}}
      ---
      kind: measure
      name: length
      type: duration
      unit: minutes
      better: lower
      cadence: monthly
      source: {workflow: {name: payroll, value: duration}}
      ---
      kind: measure
      name: late
      type: duration
      unit: hours
      better: lower
      cadence: monthly
      source: {workflow: {name: payroll, value: lateness, deadline: sent}}
      ---
      kind: measure
      name: all-late
      type: duration
      unit: hours
      better: lower
      cadence: monthly
      source: {workflow: {name: payroll, value: lateness, deadline: all}}
      """;

  private AppliedProject server;
  private Project project;
  private int runs;

  @BeforeEach
  void apply() {
    server = new AppliedProject(Instant.parse("2026-11-23T12:00:00Z"));
    new Ranges(server.jdbi, server.clock).make(2);
    var version = server.apply(0, Map.of("outturn.yaml", PROJECT));
    project = server.versions.project(version);
    // London is at UTC in November, one hour ahead before 25 October.
    run("2026-10-01", "succeeded", "2026-10-01T01:00:00Z", "2026-10-01T07:00:00Z");
    run("2026-11-02", "succeeded", "2026-11-02T01:00:00Z", "2026-11-02T05:00:00Z");
    run("2026-11-03", "succeeded", "2026-11-03T01:00:00Z", "2026-11-03T09:00:00Z");
    run("2026-11-04", "failed", "2026-11-04T01:00:00Z", "2026-11-04T02:00:00Z");
    run("2026-11-05", "cancelled", "2026-11-05T01:00:00Z", "2026-11-05T02:00:00Z");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theSuccessRateIsOfRunsThatSucceededOrFailed() {
    assertThat(figures("success")).containsExactly(ratio(OCTOBER, 1, 1), ratio(NOVEMBER, 2, 3));
  }

  @Test
  void theDurationIsTheMeanOfSuccessfulRunsInTheUnitOfTheMeasure() {
    assertThat(figures("length")).containsExactly(value(OCTOBER, 360), value(NOVEMBER, 360));
  }

  @Test
  void latenessCountsFromTheFirstSuchTimeAfterTheDueTime() {
    // 06:00 in London: sent at 08:00 summer time in October; at 05:00 and 09:00 in November.
    assertThat(figures("late")).containsExactly(value(OCTOBER, 2), value(NOVEMBER, 1.5));
  }

  @Test
  void latenessAgainstADayAfterTheBusinessDateIsOfTheWholeRun() {
    run("2026-11-06", "succeeded", "2026-11-06T01:00:00Z", "2026-11-07T13:00:00Z");

    assertThat(figures("all-late")).containsExactly(value(OCTOBER, 0), value(NOVEMBER, 2));
  }

  private List<Given> figures(String name) {
    var measure = project.measures().find(name).orElseThrow();
    var source = (Measure.Source.OfWorkflow) measure.source().orElseThrow();
    return new WorkflowFigures(new RunFigures(server.jdbi), project, measure).of(source, BOTH);
  }

  /// A run that was due when it started, and whose first task ended with it.
  private void run(String businessDate, String state, String started, String ended) {
    var id = RunId.firstAt(server.clock.instant().plusMillis(runs++)).value();
    server.jdbi.useHandle(handle -> {
      handle.execute(
          """
          insert into run (id, workflow, project, version, state, business_date, created, started, ended, due)
          values (?, 'payroll', 'pay', 1, ?, ?::date, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz)
          """,
          id,
          state,
          businessDate,
          started,
          started,
          ended,
          started);
      handle.execute(
          """
          insert into attempt (run, task, item, attempt, state, token, worker, started, ended)
          values (?, 'send', 0, 1, 'failed', 0, 0, ?::timestamptz, ?::timestamptz),
            (?, 'send', 0, 2, ?, 0, 0, ?::timestamptz, ?::timestamptz)
          """,
          id,
          started,
          started,
          id,
          state,
          started,
          ended);
    });
  }

  private static Given value(LocalDate period, double value) {
    return new Given(
        period, "", OptionalDouble.of(value), OptionalDouble.empty(), OptionalDouble.empty());
  }

  private static Given ratio(LocalDate period, double part, double all) {
    return new Given(
        period, "", OptionalDouble.empty(), OptionalDouble.of(part), OptionalDouble.of(all));
  }
}
