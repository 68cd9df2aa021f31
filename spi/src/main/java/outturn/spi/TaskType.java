package outturn.spi;

import java.util.Map;

/// A kind of work that a worker can do: run a process, ask a database, call a web service.
///
/// One instance serves all attempts, each on a thread of its own. A timeout and a cancellation
/// arrive as an interrupt: [#run] ends what it started, politely first, and throws on.
public interface TaskType {

  /// The word that [Request#type] carries: `process`, `sql`, `http`.
  String name();

  /// Does the work of one attempt. An unchecked exception counts as [Result.Failed] of kind
  /// [Result.Kind#START], with its message.
  Result run(Request request) throws InterruptedException;

  /// How an attempt ended.
  sealed interface Result {

    /// @param outputs text, numbers, booleans, and lists and maps of these
    record Done(Map<String, Object> outputs) implements Result {}

    /// @param exitCode of a process, else -1
    record Failed(Kind kind, int exitCode, String message) implements Result {
      public static Failed of(Kind kind, String message) {
        return new Failed(kind, -1, message);
      }
    }

    /// Why an attempt failed, as far as it decides about another one.
    enum Kind {
      /// The process ended with a code other than 0.
      EXIT,
      /// A promised output was not written, or was not of its type.
      OUTPUT,
      /// The other side could not be reached.
      CONNECTION,
      /// The other side answered, and refused.
      ANSWER,
      /// It could not be started as it is written.
      START
    }
  }
}
