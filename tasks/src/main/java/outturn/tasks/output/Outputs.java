package outturn.tasks.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import outturn.spi.Log;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;

/// Holds what a task gave against what it promised.
public final class Outputs {

  /// What all outputs of a task may take as JSON, in characters.
  public static final int LIMIT = 64 * 1024;

  private static final int SHOWN = 80;

  private Outputs() {}

  /// Done with the promised outputs, or failed over the first that is missing or of another type.
  /// What was not promised is left out, and the log says so.
  public static Result keep(Map<String, Written> written, Request request) {
    var kept = new LinkedHashMap<String, Object>();
    for (var promise : request.promised().entrySet()) {
      var name = promise.getKey();
      var given = written.get(name);
      if (given == null) return failed("output '%s' was promised, but not given".formatted(name));
      var value = typed(given, new PromisedType(promise.getValue()));
      if (value.isEmpty()) {
        return failed(
            "output '%s' is %s; expected %s".formatted(name, shown(given), promise.getValue()));
      }
      kept.put(name, value.get());
    }
    if (Json.write(kept).length() > LIMIT) {
      return failed(
          "the outputs are larger than %d characters; write large results to a place of their own, and here its name"
              .formatted(LIMIT));
    }
    for (var name : written.keySet()) {
      if (!kept.containsKey(name)) {
        request
            .log()
            .line(
                Log.Stream.NOTE,
                "output '%s' was not promised and is left out; name it under `outputs`"
                    .formatted(name));
      }
    }
    return new Result.Done(kept);
  }

  private static Optional<Object> typed(Written given, PromisedType type) {
    return switch (given) {
      case Written.Value(var value) -> type.of(value);
      case Written.Text(var text) -> type.ofText(text);
    };
  }

  private static String shown(Written given) {
    var text =
        switch (given) {
          case Written.Value(String value) -> "'" + value + "'";
          case Written.Value(var value) -> String.valueOf(value);
          case Written.Text(var value) -> "'" + value + "'";
        };
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private static Result failed(String message) {
    return Result.Failed.of(Result.Kind.OUTPUT, message);
  }
}
