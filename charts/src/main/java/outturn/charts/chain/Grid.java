package outturn.charts.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Where items stand in their columns: near what they are linked with, and never on each other.
///
/// Columns are ordered by the mean place of neighbours, forth and back (the barycentre method of
/// Sugiyama, Tagawa and Toda 1981). Heights then have the least squares of distances to neighbours
/// among those that keep the order and the gaps, found by pooling adjacent violators.
final class Grid {
  private static final int SWEEPS = 12;
  private static final double GAP = 10;

  private final List<List<Item>> columns = new ArrayList<>();
  private final Map<String, Integer> columnOf = new HashMap<>();
  private final Map<String, List<String>> linked = new HashMap<>();
  private final Map<String, Double> middle = new HashMap<>();

  /// @param columns items in any order
  /// @param steps pairs of keys in columns beside each other
  Grid(List<List<Item>> columns, List<Step> steps) {
    for (List<Item> column : columns) {
      column.forEach(item -> columnOf.put(item.key(), this.columns.size()));
      this.columns.add(new ArrayList<>(column));
    }
    for (Step step : steps) {
      linked.computeIfAbsent(step.from(), any -> new ArrayList<>()).add(step.to());
      linked.computeIfAbsent(step.to(), any -> new ArrayList<>()).add(step.from());
    }
    this.columns.forEach(this::stack);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      sweep(sweep % 2 == 0);
    }
    level();
    close();
  }

  /// Links that go from one column to the next.
  record Step(String from, String to) {}

  /// The middle of an item.
  double y(String key) {
    return middle.getOrDefault(key, 0.0);
  }

  /// The lowest edge of all.
  double bottom() {
    return columns.stream()
        .flatMap(List::stream)
        .mapToDouble(item -> y(item.key()) + item.height() / 2)
        .max()
        .orElse(0);
  }

  private void stack(List<Item> column) {
    double top = 0;
    for (Item item : column) {
      middle.put(item.key(), top + item.height() / 2);
      top += item.height() + GAP;
    }
  }

  private void sweep(boolean forth) {
    for (int i = 0; i < columns.size(); i++) {
      int at = forth ? i : columns.size() - 1 - i;
      List<Item> column = columns.get(at);
      Map<String, Double> wanted = new HashMap<>();
      column.forEach(item -> wanted.put(item.key(), wanted(item.key(), at, forth ? -1 : 1)));
      column.sort(Comparator.comparing(item -> wanted.getOrDefault(item.key(), 0.0)));
      settle(column, wanted);
    }
  }

  /// The mean place of the neighbours on one side, or its own place where there is none.
  private double wanted(String key, int column, int side) {
    return linked.getOrDefault(key, List.of()).stream()
        .filter(other -> columnOf.getOrDefault(other, -1) == column + side)
        .mapToDouble(this::y)
        .average()
        .orElse(y(key));
  }

  /// Once more from both sides, in the order that is found.
  private void level() {
    for (int round = 0; round < 4; round++) {
      for (List<Item> column : columns) {
        Map<String, Double> wanted = new HashMap<>();
        for (Item item : column) {
          wanted.put(
              item.key(),
              linked.getOrDefault(item.key(), List.of()).stream()
                  .mapToDouble(this::y)
                  .average()
                  .orElse(y(item.key())));
        }
        settle(column, wanted);
      }
    }
    double top =
        columns.stream()
            .flatMap(List::stream)
            .mapToDouble(item -> y(item.key()) - item.height() / 2)
            .min()
            .orElse(0);
    middle.replaceAll((key, y) -> y - top);
  }

  /// Moves parts that are linked with nothing above them up, where there is a band of nothing.
  private void close() {
    double free = -GAP;
    for (List<Item> part : parts()) {
      double up = top(part) - free - GAP;
      if (up > 0) {
        part.forEach(item -> middle.merge(item.key(), -up, Double::sum));
      }
      free = Math.max(free, bottom(part));
    }
  }

  /// Items that are linked in some way, the topmost part first.
  private List<List<Item>> parts() {
    Map<String, List<Item>> parts = new HashMap<>();
    for (Item item : columns.stream().flatMap(List::stream).toList()) {
      parts.computeIfAbsent(first(item.key()), any -> new ArrayList<>()).add(item);
    }
    return parts.values().stream().sorted(Comparator.comparingDouble(this::top)).toList();
  }

  /// The least key of all that a key is linked with, over others too.
  private String first(String key) {
    Set<String> seen = new TreeSet<>(List.of(key));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (String next : linked.getOrDefault(open.remove(), List.of())) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return List.copyOf(seen).getFirst();
  }

  private double top(List<Item> part) {
    return part.stream().mapToDouble(item -> y(item.key()) - item.height() / 2).min().orElse(0);
  }

  private double bottom(List<Item> part) {
    return part.stream().mapToDouble(item -> y(item.key()) + item.height() / 2).max().orElse(0);
  }

  /// Items that would stand on each other are pooled and stand about the mean of what they want.
  private void settle(List<Item> column, Map<String, Double> wanted) {
    List<Pool> pools = new ArrayList<>();
    double offset = 0;
    for (Item item : column) {
      offset += item.height() / 2;
      Pool pool = new Pool(wanted.getOrDefault(item.key(), 0.0) - offset, 1);
      while (!pools.isEmpty() && pools.getLast().mean() >= pool.mean()) {
        pool = pools.removeLast().with(pool);
      }
      pools.add(pool);
      offset += item.height() / 2 + GAP;
    }
    int next = 0;
    offset = 0;
    for (Pool pool : pools) {
      for (int i = 0; i < pool.count(); i++, next++) {
        Item item = column.get(next);
        middle.put(item.key(), pool.mean() + offset + item.height() / 2);
        offset += item.height() + GAP;
      }
    }
  }

  private record Pool(double mean, int count) {
    Pool with(Pool other) {
      int both = count + other.count;
      return new Pool((mean * count + other.mean * other.count) / both, both);
    }
  }
}
