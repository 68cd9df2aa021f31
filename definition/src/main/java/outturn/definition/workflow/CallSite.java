package outturn.definition.workflow;

import java.util.List;
import java.util.Map;
import outturn.definition.expression.Template;
import outturn.definition.expression.ValueType;
import outturn.definition.shape.Named;
import outturn.definition.text.Node;
import outturn.definition.text.Position;

/// A task that calls another workflow, as it is checked when all workflows are read.
///
/// @param position of the called workflow's name
/// @param outputs what the task promises, and the called workflow has to give
public record CallSite(
    String workflow, Position position, Map<String, Given> inputs, List<Named<ValueType>> outputs) {

  /// A value for an input.
  ///
  /// @param position of the input's name
  public record Given(Node written, Template template, Position position) {}
}
