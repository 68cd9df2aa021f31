package outturn.definition.service;

import java.util.List;
import java.util.Optional;

/// What IT provides; owns workflows and outputs.
///
/// @param tell who of the business hears when what it delivers is at risk
public record Service(
    String name, String title, Optional<String> owner, List<Output> outputs, Optional<Tell> tell) {
  public Service {
    outputs = List.copyOf(outputs);
  }

  /// Who hears of what is at risk.
  ///
  /// @param channel its name
  /// @param above less than this at stake is not told; empty: everything is
  public record Tell(String channel, Optional<Amount> above) {}

  public record Amount(String currency, double amount) {}

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
      Optional<Window> window,
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
