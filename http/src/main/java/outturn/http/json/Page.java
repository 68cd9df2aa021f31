package outturn.http.json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import outturn.http.route.Call;

/// A part of a list; `next` is the cursor that continues it.
public record Page<T>(List<T> items, Optional<String> next) {
  /// How long a part is when nothing is said.
  private static final int USUAL = 50;

  /// The longest part.
  public static final int MOST = 500;

  public Page {
    items = List.copyOf(items);
  }

  /// How many items the caller wants.
  public static int limit(Call call) {
    return call.whole("limit", 1, MOST).orElse(USUAL);
  }

  /// The part of a whole list that the caller asks for.
  ///
  /// @param all in the order of their keys
  public static <T> Page<T> of(List<T> all, Function<T, String> key, Call call) {
    var after = call.query("after").orElse("");
    return cut(
        all.stream()
            .filter(item -> key.apply(item).compareTo(after) > 0)
            .limit(limit(call) + 1L)
            .toList(),
        key,
        limit(call));
  }

  /// The same for a list that begins where the caller asks, and has one more item if there is more.
  public static <T> Page<T> cut(List<T> found, Function<T, String> key, int limit) {
    if (found.size() <= limit) return new Page<>(found, Optional.empty());
    var items = found.subList(0, limit);
    return new Page<>(items, Optional.of(key.apply(items.getLast())));
  }

  public <R> Page<R> map(Function<T, R> each) {
    return new Page<>(items.stream().map(each).toList(), next);
  }
}
