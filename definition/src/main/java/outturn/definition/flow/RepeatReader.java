package outturn.definition.flow;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Templates;
import outturn.definition.expression.ValueType;
import outturn.definition.expression.Vocabulary;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;

/// Reads `repeat:`.
public final class RepeatReader {
  private static final Key<Node> UNTIL =
      Key.required(
          "until",
          Forms.node("an expression of type boolean"),
          "It is done again until this is so; knows the task's own outputs.");
  private static final Key<Duration> EVERY =
      Key.required("every", Forms.duration(), "The wait between two rounds.");
  private static final Key<Integer> AT_MOST =
      Key.required("atMost", Forms.whole(1, 10_000), "So many rounds; then the task fails.");
  private static final Shape SHAPE = new Shape("repeat rule", UNTIL, EVERY, AT_MOST);

  public static final Key<Values> REPEAT =
      Key.optional("repeat", SHAPE.form(), "Done again, however well it went, until it is so.");

  private RepeatReader() {}

  /// @param own what expressions know of the task when a round is over
  /// @param names what else they know
  public static Optional<Repeat> read(
      Values task, Vocabulary.TaskNames own, Vocabulary names, Templates templates) {
    return task.find(REPEAT).flatMap(values -> read(values, and(own, names), templates));
  }

  private static Vocabulary and(Vocabulary.TaskNames own, Vocabulary names) {
    var tasks = new HashMap<>(names.tasks());
    tasks.put(Scope.identifier(own.name()), own);
    return new Vocabulary(
        names.values(),
        Map.copyOf(tasks),
        other -> other.equals(own.name()) || names.upstream().test(other),
        names.secrets());
  }

  private static Optional<Repeat> read(Values values, Vocabulary vocabulary, Templates templates) {
    return values
        .find(UNTIL)
        .flatMap(node -> templates.expression(node, vocabulary, ValueType.BOOLEAN))
        .map(until -> new Repeat(until, values.get(EVERY, Duration.ZERO), values.get(AT_MOST, 1)));
  }
}
