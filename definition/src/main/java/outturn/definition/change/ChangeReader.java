package outturn.definition.change;

import java.time.LocalDate;
import java.util.List;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;

/// Reads documents of kind `change`.
public final class ChangeReader {
  private static final Key<LocalDate> DATE =
      Key.required("date", Forms.date(), "The day it happened or will happen.");
  private static final Key<Change.Type> TYPE =
      Key.required("type", Choices.of(Change.Type.class), "What kind of event it is.");
  private static final Key<List<Placed<String>>> AFFECTS =
      Key.optional("affects", Groups.oneOrMany(Forms.name().placed()), "Measures it may move.");

  public static final Shape SHAPE =
      new Shape("change", Heading.KIND, Heading.NAME, Heading.TITLE, DATE, TYPE, AFFECTS);

  private final Uses uses;

  public ChangeReader(Uses uses) {
    this.uses = uses;
  }

  public Change read(Values values) {
    var name = values.text(Heading.NAME);
    return new Change(
        name,
        values.get(Heading.TITLE, name),
        values.get(DATE, LocalDate.EPOCH),
        values.get(TYPE, Change.Type.GO_LIVE),
        values.list(AFFECTS).stream()
            .map(measure -> uses.note(Use.Target.MEASURE, measure))
            .toList());
  }
}
