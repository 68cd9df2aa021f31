package outturn.definition.pool;

import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;

/// Reads documents of kind `pool`.
public final class PoolReader {
  private static final Key<Integer> SIZE =
      Key.required("size", Forms.whole(1, 1_000_000), "How much may be held at once.");

  private static final Key<Pool.Order> ORDER =
      Key.optional(
          "order",
          Choices.of(Pool.Order.class),
          "Who goes first of those who wait for it: who has waited longest (age), or what costs most"
              + " when it is late (worth).");

  public static final Shape SHAPE =
      new Shape("pool", Heading.KIND, Heading.NAME, Heading.TITLE, SIZE, ORDER);

  private PoolReader() {}

  public static Pool read(Values values) {
    var name = values.text(Heading.NAME);
    return new Pool(
        name,
        values.get(Heading.TITLE, name),
        values.get(SIZE, Integer.MAX_VALUE),
        values.get(ORDER, Pool.Order.AGE));
  }
}
