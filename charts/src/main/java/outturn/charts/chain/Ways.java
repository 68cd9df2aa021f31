package outturn.charts.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outturn.charts.chain.Grid.Step;

/// How links get from column to column. One that passes a column has room between its boxes; those
/// that pass it to the same box share that.
final class Ways {
  private static final double ROOM = 8;

  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<Integer, Map<String, Item>> passing = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  Ways(List<Box> boxes, List<Link> links) {
    boxes.forEach(box -> columns.put(box.id(), box.column()));
    for (Link link : links) {
      List<String> stops = stops(link);
      for (int i = 1; i < stops.size() && leadsOn(link); i++) {
        steps.add(new Step(stops.get(i - 1), stops.get(i)));
      }
    }
  }

  /// Whether it goes to a later column, as all do but those of a circle.
  boolean leadsOn(Link link) {
    return column(link.from()) < column(link.to());
  }

  private int column(String id) {
    return columns.getOrDefault(id, 0);
  }

  /// The keys of where a link goes: its boxes, and ways past others between them.
  List<String> stops(Link link) {
    List<String> stops = new ArrayList<>(List.of(link.from()));
    for (int column = column(link.from()) + 1; column < column(link.to()); column++) {
      String key = "past " + column + " to " + link.to();
      passing
          .computeIfAbsent(column, any -> new LinkedHashMap<>())
          .putIfAbsent(key, new Item(key, ROOM, List.of()));
      stops.add(key);
    }
    stops.add(link.to());
    return stops;
  }

  /// What passes a column.
  List<Item> passing(int column) {
    return List.copyOf(passing.getOrDefault(column, Map.of()).values());
  }

  List<Step> steps() {
    return steps;
  }
}
