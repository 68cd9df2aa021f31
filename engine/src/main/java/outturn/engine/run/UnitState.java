package outturn.engine.run;

import java.time.Instant;
import java.util.Map;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.Task;

/// Where a task, or one item of a `forEach` task, stands; each state holds what is true in it.
public sealed interface UnitState {
  /// Whether nothing more will happen.
  default boolean ended() {
    return this instanceof Ended;
  }

  /// Not yet its turn.
  record Waiting() implements UnitState {}

  /// Its turn has come; it wants a slot, and its pools.
  ///
  /// @param attempt the number that the next attempt will have
  record Ready(int attempt, Instant since) implements UnitState {}

  /// Being done.
  record Running(int attempt, long token) implements UnitState {}

  /// Failed, and to be tried again at this time.
  record Delayed(int attempt, Instant until) implements UnitState {}

  /// Lost with its worker; a person has to say what now.
  record Asking(int attempt) implements UnitState {}

  /// A `forEach` task whose items are being done.
  record Fanned() implements UnitState {}

  /// Over.
  sealed interface Ended extends UnitState {
    /// What tasks that need this one go by; empty of meaning for a cancelled one.
    Task.End end();
  }

  /// Done.
  record Succeeded(Map<String, Object> outputs) implements Ended {
    @Override
    public Task.End end() {
      return Task.End.SUCCEEDED;
    }
  }

  /// Failed for good.
  record Failed(Failure failure) implements Ended {
    @Override
    public Task.End end() {
      return Task.End.FAILED;
    }
  }

  /// Not to be done.
  record Skipped(String why) implements Ended {
    @Override
    public Task.End end() {
      return Task.End.SKIPPED;
    }
  }

  /// Ended with its run, before it was done.
  record Cancelled() implements Ended {
    @Override
    public Task.End end() {
      return Task.End.SKIPPED;
    }
  }
}
