package outturn.engine.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import outturn.definition.workflow.Failure;

/// Runs and attempts as rows: the truth that memory is rebuilt from.
public final class Rows {
  private Rows() {}

  /// One run.
  ///
  /// @param cancelledBy who asked for its end, once somebody did
  public record RunRow(
      RunId id,
      Order order,
      long version,
      RunState state,
      Times times,
      Optional<String> cancelledBy) {}

  /// When a run was ordered, started and ended.
  public record Times(Instant created, Optional<Instant> started, Optional<Instant> ended) {}

  /// One attempt, frame or skipped task.
  ///
  /// @param by who makes it
  /// @param outputs of a success; of a frame the list under `items`
  /// @param failure of a failed one
  /// @param note why it was skipped
  public record AttemptRow(
      AttemptId id,
      By by,
      AttemptState state,
      Times times,
      Map<String, Object> outputs,
      Optional<Failure> failure,
      Optional<String> note) {}

  /// Who makes an attempt: the token that fences every report about it, and the worker's
  /// incarnation, 0 for what the engine does itself.
  public record By(long token, long worker) {
    public static final By NOBODY = new By(0, 0);
  }
}
