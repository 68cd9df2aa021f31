package outturn.definition.project;

import outturn.definition.text.Node;
import outturn.definition.text.Position;

/// An object of a project as it is written.
public record Document(Kind kind, String name, Node.Mapping content) {

  /// Where it begins.
  public Position position() {
    return content.position();
  }
}
