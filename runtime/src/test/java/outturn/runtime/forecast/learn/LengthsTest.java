package outturn.runtime.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.definition.workflow.Workflow;
import outturn.engine.run.RunId;
import outturn.runtime.AppliedProject;
import outturn.store.forecast.TaskDurations;
import outturn.store.range.Ranges;

/// A load of everything takes an hour and runs from Monday to Friday; one of what has changed takes
/// a minute, and two at the week's end. Who asked for it makes no difference.
class LengthsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 12);
  private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 14);
  private static final AppliedProject SERVER =
      new AppliedProject(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));

  private static Workflow workflow;
  private static Lengths lengths;

  @BeforeAll
  static void everyDayOneOfEach() {
    SERVER.apply(
        0,
        Map.of(
            "outturn.yaml",
            """
            kind: project
            name: p
            ---
            kind: workflow
            name: load
            inputs:
              extent: {enum: [changed, all], default: changed}
              dry: {type: boolean, default: false}
              by: {default: somebody}
            tasks: {copy: {run: ["true"]}}
            """));
    workflow = SERVER.inForce.workflow("load").orElseThrow().value();
    new Ranges(SERVER.jdbi, InstantSource.fixed(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC)))
        .make(10);
    for (var day = FIRST; day.isBefore(TODAY); day = day.plusDays(1)) {
      boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
      ran(day, 1, "changed", Duration.ofMinutes(weekend ? 2 : 1));
      if (!weekend) ran(day, 5, "all", Duration.ofHours(1));
    }
    lengths = new Lengths(new Learning(new TaskDurations(SERVER.jdbi), SERVER.clock));
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  private static void ran(LocalDate day, int hour, String extent, Duration took) {
    var from = day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
    var id = RunId.firstAt(from).value();
    var inputs =
        "{\"extent\":\"%s\",\"dry\":false,\"by\":\"%s\"}".formatted(extent, day.getDayOfWeek());
    SERVER.jdbi.useHandle(handle -> {
      handle.execute(
          """
          insert into run
            (id, workflow, project, version, state, business_date, created, started, ended, inputs)
          values (?, 'load', 'p', 1, 'succeeded', ?, ?, ?, ?, cast(? as jsonb))
          """,
          id,
          day,
          from,
          from,
          from.plus(took),
          inputs);
      handle.execute(
          """
          insert into attempt (run, task, item, attempt, state, token, worker, started, ended)
          values (?, 'copy', 0, 1, 'succeeded', 0, 0, ?, ?)
          """,
          id,
          from,
          from.plus(took));
    });
  }

  private static double minutes(LocalDate date, Map<String, Object> inputs) {
    return lengths.of(workflow, inputs, date).get("copy").draw(0.5) / 60_000;
  }

  @Test
  void whatIsAskedForMakesTheLength() {
    assertThat(minutes(TODAY, Map.of("extent", "changed", "dry", false, "by", "me")))
        .isCloseTo(1, within(0.1));
    assertThat(minutes(TODAY, Map.of("extent", "all", "dry", false, "by", "me")))
        .isCloseTo(60, within(6.0));
  }

  @Test
  void theKindOfDayCountsTooWhereEnoughIsKnownOfBoth() {
    assertThat(minutes(SATURDAY, Map.of("extent", "changed", "dry", false, "by", "me")))
        .isCloseTo(2, within(0.2));
  }

  @Test
  void whereTooLittleIsKnownOfBothWhatIsAskedForCounts() {
    assertThat(minutes(SATURDAY, Map.of("extent", "all", "dry", false, "by", "me")))
        .isCloseTo(60, within(6.0));
  }

  @Test
  void whatWasNeverAskedForIsLikeAllOfItsKindOfDay() {
    assertThat(minutes(TODAY, Map.of("extent", "all", "dry", true, "by", "me")))
        .isBetween(1.5, 55.0);
  }
}
