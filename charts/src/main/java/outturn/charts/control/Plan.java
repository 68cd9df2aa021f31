package outturn.charts.control;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.evidence.series.Window;
import outturn.evidence.trajectory.Trajectory;

/// What was promised: the baseline, the target and the path between them; each may be absent.
public record Plan(
    @Nullable Window baselineOrNull,
    @Nullable Double targetOrNull,
    @Nullable Trajectory trajectoryOrNull) {
  static final Plan NONE = new Plan(null, null, null);

  public Optional<Window> baseline() {
    return Optional.ofNullable(baselineOrNull);
  }

  public Optional<Double> target() {
    return Optional.ofNullable(targetOrNull);
  }

  public Optional<Trajectory> trajectory() {
    return Optional.ofNullable(trajectoryOrNull);
  }
}
