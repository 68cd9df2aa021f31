package outturn.store.survey;

import tools.jackson.databind.json.JsonMapper;

/// Results as JSON: records by their components, what is absent as null.
final class ResultsText {
  private ResultsText() {}

  static String of(Object results) {
    return JsonMapper.shared().writeValueAsString(results);
  }
}
