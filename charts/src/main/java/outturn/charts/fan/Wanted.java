package outturn.charts.fan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.evidence.trajectory.Trajectory;

/// What is wanted, beside what is expected.
///
/// @param trajectoryOrNull the planned path; its periods are those of the chart
public record Wanted(@Nullable Double targetOrNull, @Nullable Trajectory trajectoryOrNull) {
  public static final Wanted NOTHING = new Wanted(null, null);

  Optional<Double> target() {
    return Optional.ofNullable(targetOrNull);
  }

  Optional<Trajectory> trajectory() {
    return Optional.ofNullable(trajectoryOrNull);
  }
}
