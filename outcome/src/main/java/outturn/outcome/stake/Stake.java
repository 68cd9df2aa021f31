package outturn.outcome.stake;

import java.util.Optional;
import outturn.definition.outcome.Outcome;
import outturn.definition.service.Service.Output;
import outturn.definition.service.Service.Serves;

/// What a deadline endangers: an output of a service, and an outcome that it serves.
///
/// @param served empty where nobody said what the output is for
/// @param loss empty where nobody put a figure on lateness
/// @param text all of it in words
public record Stake(
    Threat threat,
    Provided by,
    Output output,
    Optional<Served> served,
    Lateness lateness,
    Optional<Loss> loss,
    String text) {

  /// The edge to an outcome, and the outcome.
  public record Served(Serves edge, Outcome outcome) {}

  /// What tells it from the others: `repairs/visit-lists`.
  public String outputName() {
    return by.service().name() + "/" + output.name();
  }

  public boolean isLate() {
    return Lateness.isPast(threat.standing());
  }

  /// The file in which the figure stands, and the key.
  String source() {
    return by.file() + ", perHourLate";
  }
}
