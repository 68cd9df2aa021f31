package outturn.runtime.measure;

import java.util.function.Consumer;
import outturn.spi.Request;
import outturn.spi.TaskType;

/// Asks a web service for the values of a measure.
@FunctionalInterface
public interface Answers {

  /// @param request with the settings `url`, `headers` and `params`
  /// @param json gets the answer as plain values, once, if it came
  /// @return done, or why it failed
  TaskType.Result ask(Request request, Consumer<Object> json) throws InterruptedException;
}
