package outturn.runtime.measure;

import java.util.Map;
import java.util.function.Consumer;
import outturn.spi.Request;
import outturn.spi.TaskType;

/// Asks a database for the rows of a measure.
@FunctionalInterface
public interface Queries {

  /// @param request with the settings of an SQL task: `connection`, `text` and `params`
  /// @param row gets each row's columns by name
  /// @return done, or why it failed: then what was handed on does not count
  TaskType.Result ask(Request request, Consumer<Map<String, Object>> row)
      throws InterruptedException;
}
