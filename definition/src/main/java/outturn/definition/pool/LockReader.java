package outturn.definition.pool;

import outturn.definition.shape.Heading;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;

/// Reads documents of kind `lock`.
public final class LockReader {
  public static final Shape SHAPE = new Shape("lock", Heading.KIND, Heading.NAME, Heading.TITLE);

  private LockReader() {}

  public static Lock read(Values values) {
    var name = values.text(Heading.NAME);
    return new Lock(name, values.get(Heading.TITLE, name));
  }
}
