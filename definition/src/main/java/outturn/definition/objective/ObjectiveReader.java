package outturn.definition.objective;

import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;

/// Reads documents of kind `objective`.
public final class ObjectiveReader {
  private static final Key<Placed<String>> OWNER =
      Key.required("owner", Forms.name().placed(), "The group that answers for it.");
  private static final Key<String> PERIOD =
      Key.optional("period", Forms.text(), "For which it is set, in words.");
  private static final Key<String> TARGET =
      Key.optional("target", Forms.text(), "What is to be reached, in words.");

  public static final Shape SHAPE =
      new Shape("objective", Heading.KIND, Heading.NAME, Heading.TITLE, OWNER, PERIOD, TARGET);

  private ObjectiveReader() {}

  public static Objective read(Values values, Uses uses) {
    var name = values.text(Heading.NAME);
    return new Objective(
        name,
        values.get(Heading.TITLE, name),
        values.find(OWNER).map(owner -> uses.note(Use.Target.GROUP, owner)).orElse(""),
        values.find(PERIOD),
        values.find(TARGET));
  }
}
