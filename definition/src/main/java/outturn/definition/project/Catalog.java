package outturn.definition.project;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outturn.definition.shape.Placed;
import outturn.definition.text.Position;

/// The objects of one kind, by name.
public final class Catalog<T> {
  private final Map<String, Placed<T>> objects;

  Catalog(Map<String, Placed<T>> objects) {
    this.objects = Collections.unmodifiableMap(new TreeMap<>(objects));
  }

  public Optional<T> find(String name) {
    return Optional.ofNullable(objects.get(name)).map(Placed::value);
  }

  /// Where an object's document begins.
  public Optional<Position> position(String name) {
    return Optional.ofNullable(objects.get(name)).map(Placed::position);
  }

  /// All objects, by name.
  public List<T> all() {
    return objects.values().stream().map(Placed::value).toList();
  }

  /// All names, in order.
  public List<String> names() {
    return List.copyOf(objects.keySet());
  }
}
