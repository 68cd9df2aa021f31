package outturn.runtime.work;

import java.util.HashMap;
import java.util.Map;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.decide.Event;
import outturn.store.json.Json;

/// What an attempt wrote, held against what its task promised.
final class Outputs {
  static final int MOST_BYTES = 64 * 1024;

  private Outputs() {}

  /// @param promised name to type word
  static Event.Report checked(Map<String, Object> written, Map<String, String> promised) {
    var kept = new HashMap<String, Object>();
    for (var promise : promised.entrySet()) {
      var value = written.get(promise.getKey());
      if (value == null) {
        return failed(
            "the task promised the output '%s' (%s) and did not write it"
                .formatted(promise.getKey(), promise.getValue()));
      }
      kept.put(promise.getKey(), value);
    }
    int size = Json.encode(kept).length();
    if (size > MOST_BYTES) {
      return failed(
          "the outputs are %d bytes long, and at most %d are kept with a run: write a file instead"
              .formatted(size, MOST_BYTES));
    }
    return new Event.Report.Succeeded(kept);
  }

  private static Event.Report failed(String message) {
    return new Event.Report.Failed(Failure.of(FailureKind.OUTPUT, message));
  }
}
