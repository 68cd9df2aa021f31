package outturn.store.survey;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Results as JSON: records by their components, what is absent as null.
final class ResultsText {
  private ResultsText() {}

  /// The results, and what measures got of them under `measures`.
  static String of(Answers.Counted counted) {
    var mapper = JsonMapper.shared();
    var tree = mapper.createObjectNode();
    tree.setAll((ObjectNode) mapper.valueToTree(counted.results()));
    tree.set("measures", mapper.valueToTree(counted.measures()));
    return mapper.writeValueAsString(tree);
  }
}
