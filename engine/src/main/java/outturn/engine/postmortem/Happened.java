package outturn.engine.postmortem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import outturn.definition.workflow.Graph;

/// How a run went.
///
/// @param due when it was to begin
/// @param began when it did
/// @param tries of each task, oldest first; of a list the whole of it as one. What was skipped, or
///   never begun, has none; what was forced has one that took no time
public record Happened(Instant due, Instant began, Graph graph, Map<String, List<Try>> tries) {
  public Happened {
    tries = Map.copyOf(tries);
  }

  /// One attempt that is over.
  public record Try(Instant began, Instant ended) {}

  List<Try> of(String task) {
    return tries.getOrDefault(task, List.of());
  }
}
