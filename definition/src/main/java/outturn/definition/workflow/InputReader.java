package outturn.definition.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.expression.Literals;
import outturn.definition.expression.Scope;
import outturn.definition.expression.ValueType;
import outturn.definition.expression.ValueTypes;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Reads `inputs:`.
final class InputReader {
  private static final Key<ValueType> TYPE =
      Key.optional("type", ValueTypes.form(), "string int number boolean date list<…> map.");
  private static final Key<Node> DEFAULT =
      Key.optional("default", Forms.node("a value of the type"), "Used when none is given.");
  private static final Key<List<Node>> ENUM =
      Key.optional("enum", Groups.list(Forms.node("a value of the type")), "The allowed values.");
  private static final Shape SHAPE = new Shape("input", TYPE, DEFAULT, ENUM, Heading.TITLE);

  static final Key<List<Named<Values>>> INPUTS =
      Key.optional(
          "inputs", Groups.map(Forms.valueName(), SHAPE.form()), "What a run is started with.");

  private final Problems problems;

  InputReader(Problems problems) {
    this.problems = problems;
  }

  List<Input> read(List<Named<Values>> written) {
    var inputs = new ArrayList<Input>();
    var identifiers = new Clashes("input", problems);
    for (var named : written) {
      identifiers.check(named.name(), named.position());
      inputs.add(read(named));
    }
    return inputs;
  }

  private Input read(Named<Values> named) {
    var values = named.value();
    var type = values.get(TYPE, ValueType.STRING);
    var choices = new ArrayList<Object>();
    for (var choice : values.list(ENUM)) {
      Literals.read(choice, type, problems).ifPresent(choices::add);
    }
    var fallback = values.find(DEFAULT).flatMap(node -> Literals.read(node, type, problems));
    if (fallback.isPresent() && !choices.isEmpty() && !choices.contains(fallback.get())) {
      problems.add(
          values.position(DEFAULT),
          "not-a-choice",
          "the default is none of the values under enum",
          "add it there, or choose another");
    }
    return new Input(
        named.name(), type, fallback, choices, values.get(Heading.TITLE, named.name()));
  }

  /// Names that expressions could not tell apart.
  static final class Clashes {
    private final String what;
    private final Problems problems;
    private final Map<String, String> seen = new HashMap<>();

    Clashes(String what, Problems problems) {
      this.what = what;
      this.problems = problems;
    }

    void check(String name, Position position) {
      var other = seen.putIfAbsent(Scope.identifier(name), name);
      if (other == null || other.equals(name)) return;
      problems.add(
          position,
          "name-clash",
          "the %s '%s' and '%s' are both '%s' in expressions"
              .formatted(what, other, name, Scope.identifier(name)),
          "rename one of them");
    }
  }
}
