package outturn.definition.reference;

import java.util.ArrayList;
import java.util.List;
import outturn.definition.shape.Placed;
import outturn.definition.text.Position;

/// The names that an object uses, gathered while it is read and looked up when all are.
public final class Uses {
  private final List<Use> uses = new ArrayList<>();

  /// Takes note of a name and gives it back.
  public String note(Use.Target target, Placed<String> name) {
    return note(target, name.value(), name.position());
  }

  /// Takes note of a name and gives it back.
  public String note(Use.Target target, String name, Position position) {
    uses.add(new Use(target, name, position));
    return name;
  }

  public List<Use> all() {
    return List.copyOf(uses);
  }
}
