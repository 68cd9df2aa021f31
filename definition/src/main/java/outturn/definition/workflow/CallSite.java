package outturn.definition.workflow;

import java.util.Map;
import outturn.definition.expression.Template;
import outturn.definition.text.Node;
import outturn.definition.text.Position;

/// A task that calls another workflow, as it is checked when all workflows are read.
///
/// @param position of the called workflow's name
public record CallSite(String workflow, Position position, Map<String, Given> inputs) {

  /// A value for an input.
  ///
  /// @param position of the input's name
  public record Given(Node written, Template template, Position position) {}
}
