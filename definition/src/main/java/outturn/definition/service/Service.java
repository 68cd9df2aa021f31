package outturn.definition.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What IT provides; owns workflows and outputs.
public record Service(String name, String title, Optional<String> owner, List<Output> outputs) {
  public Service {
    outputs = List.copyOf(outputs);
  }

  /// A deliverable of a service. It never counts as success by itself.
  ///
  /// @param promise in words
  /// @param kept how it is known whether the promise was kept; empty when it is not
  /// @param target how often it should be kept, in percent
  /// @param window over which the target is judged
  public record Output(
      String name,
      String promise,
      Optional<Kept> kept,
      Optional<Double> target,
      Optional<Duration> window,
      List<Serves> serves) {
    public Output {
      serves = List.copyOf(serves);
    }
  }

  /// The evidence that a promise was kept.
  public sealed interface Kept {
    /// A deadline of a workflow was met.
    record ByDeadline(String workflow, String deadline) implements Kept {}

    /// A measure was at least this high.
    record ByMeasure(String measure, double atLeast) implements Kept {}
  }

  /// The edge from an output to an outcome.
  public record Serves(String outcome, String because, Optional<LateCost> perHourLate) {}

  /// What an hour of lateness costs, as a range of three points.
  public record LateCost(String currency, double low, double likely, double high) {}
}
