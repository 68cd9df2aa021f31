package outturn.engine.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class VerdictTest {
  private static final Instant DUE = Instant.parse("2026-10-02T03:00:00Z");

  private static Optional<Instant> seconds(int after) {
    return Optional.of(DUE.plusSeconds(after));
  }

  private static Verdict ofTask(UnitState task, Optional<Instant> at) {
    return Verdict.of(RunState.RUNNING, task, DUE, at);
  }

  @Test
  void whatSucceededIsJudgedByTheTimesAndNotByMinutes() {
    var done = new UnitState.Succeeded(Map.of());

    assertThat(ofTask(done, seconds(-20))).isEqualTo(Verdict.KEPT);
    assertThat(ofTask(done, seconds(0))).isEqualTo(Verdict.KEPT);
    assertThat(ofTask(done, seconds(20))).isEqualTo(Verdict.MISSED);
    assertThat(Verdict.of(RunState.SUCCEEDED, DUE, seconds(0))).isEqualTo(Verdict.KEPT);
    assertThat(Verdict.of(RunState.SUCCEEDED, DUE, seconds(20))).isEqualTo(Verdict.MISSED);
  }

  @Test
  void whatWasNotDoneIsNotKeptHoweverEarlyItEnded() {
    var early = seconds(-3_000);
    var failed = new UnitState.Failed(Failure.of(FailureKind.START, "no file"));

    assertThat(ofTask(failed, early)).isEqualTo(Verdict.FAILED);
    assertThat(ofTask(new UnitState.Skipped("when"), early)).isEqualTo(Verdict.SKIPPED);
    assertThat(ofTask(new UnitState.Cancelled(), Optional.empty())).isEqualTo(Verdict.CANCELLED);
    assertThat(Verdict.of(RunState.FAILED, DUE, early)).isEqualTo(Verdict.FAILED);
    assertThat(Verdict.of(RunState.CANCELLED, DUE, early)).isEqualTo(Verdict.CANCELLED);
  }

  @Test
  void whatIsNotOverIsOpenUnlessItsRunIs() {
    for (var live : List.of(new UnitState.Waiting(), new UnitState.Running(1, 7))) {
      assertThat(ofTask(live, seconds(20))).isEqualTo(Verdict.OPEN);
    }
    assertThat(Verdict.of(RunState.WAITING, DUE, Optional.empty())).isEqualTo(Verdict.OPEN);
    assertThat(Verdict.of(RunState.RUNNING, DUE, Optional.empty())).isEqualTo(Verdict.OPEN);
    assertThat(Verdict.of(RunState.FAILED, new UnitState.Waiting(), DUE, seconds(-20)))
        .isEqualTo(Verdict.FAILED);
  }
}
