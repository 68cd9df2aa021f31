package outturn.runtime.measure;

import java.util.function.Consumer;
import outturn.spi.Request;
import outturn.spi.TaskType;

/// Asks a web service for the values of a measure.
@FunctionalInterface
public interface Answers {

  /// @param request of type `http` with the settings `url`, `headers` and `params`; or of type
  ///   `graph` with `tenant`, `client`, `secret`, `login`, `service` and `calls`
  /// @param json gets the answer as plain values, once, if it came; of `graph` each report as
  ///   `call` and `text`
  /// @return done, or why it failed
  TaskType.Result ask(Request request, Consumer<Object> json) throws InterruptedException;
}
