package outturn.evidence.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import outturn.evidence.series.Series;

class TrajectoryTest {
  private static final double NONE = Double.NaN;

  @Test
  void aLinearPathChangesByTheSameEveryPeriodAndThenHolds() {
    assertThat(planned(Path.LINEAR)).isEqualTo(Series.of(NONE, 10, 12.5, 15, 17.5, 20, 20));
  }

  @Test
  void aStepHoldsTheBaselineUntilTheDate() {
    assertThat(planned(Path.STEP)).isEqualTo(Series.of(NONE, 10, 10, 10, 10, 20, 20));
  }

  @Test
  void anSCurveIsSlowAtBothEndsAndHalfDoneAtHalfTime() {
    assertThat(planned(Path.S_CURVE)).isEqualTo(Series.of(NONE, 10, 11.5625, 15, 18.4375, 20, 20));
  }

  @Test
  void aPathMustLastAPeriod() {
    assertThatThrownBy(() -> new Trajectory(3, 1, 3, 2, Path.LINEAR))
        .hasMessageContaining("from period 3 to 3");
    assertThatThrownBy(() -> new Trajectory(0, NONE, 3, 2, Path.LINEAR))
        .hasMessageContaining("expected two numbers");
  }

  private static Series planned(Path path) {
    return new Trajectory(1, 10, 5, 20, path).series(7);
  }
}
