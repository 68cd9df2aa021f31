package outturn.testkit.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Texts, and inputs and outputs of tasks.
final class RandomValues {
  private static final List<String> TEXTS =
      List.of("", "ann", "it's \"so\"", "a\\b", "{}", "null", "zwölf ☃", "😀", "a\nb\tc", "\u0001");
  private static final List<Object> NUMBERS =
      List.of(0L, -1L, Long.MAX_VALUE, 1.0, 0.1, 1e22, -2.5e-9, Double.MIN_VALUE, true, false);
  private static final List<Object> UNFIT =
      List.of("\0", "in the \0 middle", Double.NaN, Double.POSITIVE_INFINITY);

  private final Random random;
  private boolean spoils;

  RandomValues(Random random) {
    this.random = random;
  }

  /// Whether some of the next values are such that no database takes them.
  void spoil(boolean so) {
    spoils = so;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  String text() {
    return spoils && random.nextInt(2) == 0 ? "a\0b" : one(TEXTS);
  }

  Optional<String> maybeText() {
    return random.nextBoolean() ? Optional.of(text()) : Optional.empty();
  }

  Map<String, Object> map() {
    var map = new LinkedHashMap<String, Object>();
    for (int size = random.nextInt(4); size > 0; size--) map.put("n" + size, value(2));
    if (spoils && random.nextInt(4) == 0) map.put("\0", 1L);
    return map;
  }

  private Object value(int depth) {
    if (spoils && random.nextInt(3) == 0) return one(UNFIT);
    return switch (random.nextInt(depth > 0 ? 4 : 2)) {
      case 0 -> one(TEXTS);
      case 1 -> one(NUMBERS);
      case 2 -> List.of(value(depth - 1), value(depth - 1));
      default -> Map.of("of", value(depth - 1));
    };
  }
}
