package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.all;
import static outturn.engine.WorkflowSketch.last;
import static outturn.engine.WorkflowSketch.none;
import static outturn.engine.WorkflowSketch.schedule;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.schedule.Schedule.CatchUp;
import outturn.definition.schedule.Schedule.WhenRunning;
import outturn.engine.Driver;
import outturn.engine.decide.Change.Fate;

/// Due times at which no server was there: one each hour, from 09:00 on.
class AbsenceTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private final Driver node = new Driver(workflow("w", task("a")));

  private List<Change.Occurred> afterAnAbsenceOf(Duration length, CatchUp catchUp) {
    node.schedules("w", schedule("0 * * * *", catchUp, WhenRunning.ALLOW));
    node.clock(node.now().plus(length));
    node.restarts();
    node.passes(Duration.ZERO);
    return node.ledger().occurrences();
  }

  private static String summary(Change.Occurred it) {
    return "%s %s%s"
        .formatted(it.fate(), it.due(), it.until().map(until -> " .. " + until).orElse(""));
  }

  @Test
  void withoutAnAbsenceNothingIsMissed() {
    assertThat(afterAnAbsenceOf(Duration.ofMinutes(20), none())).isEmpty();
    node.passes(Duration.ofHours(1));

    assertThat(node.ledger().occurrences())
        .extracting(Change.Occurred::fate)
        .containsExactly(Fate.STARTED);
  }

  @Test
  void noneLeavesOneMissedRangeUpToTheReturn() {
    assertThat(afterAnAbsenceOf(Duration.ofMinutes(210), none()))
        .extracting(AbsenceTest::summary)
        .containsExactly("MISSED 2026-03-02T09:00:00Z .. 2026-03-02T11:30:00Z");
    node.passes(Duration.ofMinutes(31));
    assertThat(node.ledger().occurrences().getLast().due())
        .isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
  }

  @Test
  void lastMakesUpForTheLastOneOnly() {
    assertThat(afterAnAbsenceOf(Duration.ofMinutes(210), last(Duration.ofDays(1))))
        .extracting(AbsenceTest::summary)
        .containsExactly(
            "MISSED 2026-03-02T09:00:00Z .. 2026-03-02T11:00:00Z", "STARTED 2026-03-02T11:00:00Z");
  }

  @Test
  void lastIsNotWantedWhenItIsTooOld() {
    assertThat(afterAnAbsenceOf(Duration.ofMinutes(210), last(Duration.ofMinutes(20))))
        .extracting(AbsenceTest::summary)
        .containsExactly("MISSED 2026-03-02T09:00:00Z .. 2026-03-02T11:30:00Z");
  }

  @Test
  void lastIsAllWhenOnlyOneIsMissing() {
    assertThat(afterAnAbsenceOf(Duration.ofMinutes(80), last(Duration.ofDays(1))))
        .extracting(AbsenceTest::summary)
        .containsExactly("STARTED 2026-03-02T09:00:00Z");
  }

  @Test
  void allMakesUpForEachOneWithinItsLimit() {
    assertThat(afterAnAbsenceOf(Duration.ofMinutes(270), all(Duration.ofMinutes(100))))
        .extracting(AbsenceTest::summary)
        .containsExactly(
            "MISSED 2026-03-02T09:00:00Z .. 2026-03-02T10:50:00Z",
            "STARTED 2026-03-02T11:00:00Z",
            "STARTED 2026-03-02T12:00:00Z");
  }

  @Test
  void aYearOfAbsenceIsOneRow() {
    assertThat(afterAnAbsenceOf(Duration.ofDays(365).plusMinutes(30), none())).hasSize(1);
    assertThat(node.ledger().lookedUntil(1).orElseThrow()).isAfter(NINE.plus(Duration.ofDays(364)));
  }

  @Test
  void theReasonNamesTheRule() {
    assertThat(afterAnAbsenceOf(Duration.ofHours(3), none()).getFirst().reason())
        .isEqualTo("no server was there; catchUp is none within 1d");
  }

  @Test
  void aDueTimeAtTheReturnItselfIsNotMissed() {
    assertThat(afterAnAbsenceOf(Duration.ofHours(2), none()))
        .extracting(AbsenceTest::summary)
        .containsExactly(
            "MISSED 2026-03-02T09:00:00Z .. 2026-03-02T10:00:00Z", "STARTED 2026-03-02T10:00:00Z");
    assertThat(node.ledger().occurrences().getLast().until()).isEqualTo(Optional.empty());
  }
}
