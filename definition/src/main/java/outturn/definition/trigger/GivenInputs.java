package outturn.definition.trigger;

import java.util.List;
import java.util.Map;
import java.util.Set;
import outturn.definition.expression.Literals;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.ValueType;
import outturn.definition.expression.ValueTypes;
import outturn.definition.shape.Named;
import outturn.definition.text.Node;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Checks that a trigger gives a workflow's inputs what they take.
///
/// @param types of all inputs
/// @param required the inputs without a default
public record GivenInputs(
    String workflow, Map<String, ValueType> types, Set<String> required, Problems problems) {

  /// @param trigger where it begins
  void check(Position trigger, List<Named<Node>> written, Map<String, Template> templates) {
    for (var name : required) {
      if (templates.containsKey(name)) continue;
      problems.add(
          trigger,
          "missing-input",
          "workflow '%s' needs the input '%s'".formatted(workflow, name),
          "add it to inputs: of the trigger");
    }
    for (var input : written) {
      var type = types.get(input.name());
      var template = templates.get(input.name());
      if (type == null) problems.unknown(input.position(), "input", input.name(), types.keySet());
      else if (template != null) check(input, type, template);
    }
  }

  private void check(Named<Node> input, ValueType type, Template template) {
    if (template instanceof Template.Constant) {
      var _ = Literals.read(input.value(), type, problems);
      return;
    }
    var found = Templates.typeOf(template);
    if (ValueTypes.accepts(type, found)) return;
    problems.add(
        input.valuePosition(),
        "type-mismatch",
        "input '%s' is of type %s, found one of type %s"
            .formatted(input.name(), type.word(), found.word()));
  }
}
