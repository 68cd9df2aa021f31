package outturn.definition.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.Vocabulary;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.text.Node;

/// Reads `outputs:` of a workflow, which a run of it gives to the task that called it.
public final class WorkflowOutputs {
  public static final Key<List<Named<Node>>> OUTPUTS =
      Key.optional(
          "outputs",
          Groups.map(Forms.valueName(), Forms.node("a value")),
          "What a run gives to the task that called it.");

  private WorkflowOutputs() {}

  public static Map<String, Template> read(
      List<Named<Node>> written, Vocabulary vocabulary, Templates templates) {
    var outputs = new LinkedHashMap<String, Template>();
    for (var each : written) {
      outputs.put(each.name(), templates.read(each.value(), vocabulary));
    }
    return outputs;
  }
}
