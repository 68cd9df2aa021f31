package outturn.evidence.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import outturn.evidence.series.Series;

class TrajectoryTest {
  private static final double NONE = Double.NaN;

  @Test
  void aLinearPathChangesByTheSameEveryPeriodAndThenHolds() {
    assertThat(planned(PathShape.LINEAR)).isEqualTo(Series.of(NONE, 10, 12.5, 15, 17.5, 20, 20));
  }

  @Test
  void aStepHoldsTheBaselineUntilTheDate() {
    assertThat(planned(PathShape.STEP)).isEqualTo(Series.of(NONE, 10, 10, 10, 10, 20, 20));
  }

  @Test
  void anSCurveIsSlowAtBothEndsAndHalfDoneAtHalfTime() {
    assertThat(planned(PathShape.S_CURVE))
        .isEqualTo(Series.of(NONE, 10, 11.5625, 15, 18.4375, 20, 20));
  }

  @Test
  void aPathMustLastAPeriod() {
    assertThatThrownBy(() -> new Trajectory(3, 1, 3, 2, PathShape.LINEAR))
        .hasMessageContaining("from period 3 to 3");
    assertThatThrownBy(() -> new Trajectory(0, NONE, 3, 2, PathShape.LINEAR))
        .hasMessageContaining("expected two numbers");
  }

  private static Series planned(PathShape shape) {
    return new Trajectory(1, 10, 5, 20, shape).series(7);
  }
}
