package outturn.outcome.datapackage;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Records as trees of JSON: a record is an object by the names of its components, a choice among
/// records says under `is` which one it is, and what is absent is null.
///
/// [RecordReader] makes the same records of them again.
final class RecordTree {
  static final String CHOICE = "is";

  private RecordTree() {}

  /// Maps in the order of their keys, so that equal records have equal trees.
  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> of(optional.orElse(null));
      case List<?> list -> list.stream().map(RecordTree::of).toList();
      case Map<?, ?> map -> sorted(map);
      case Enum<?> word -> word(word);
      case Record record -> fields(record);
      case LocalDate date -> date.toString();
      case Instant instant -> instant.toString();
      case Duration duration -> duration.toString();
      case ZoneId zone -> zone.getId();
      case String text -> text;
      case Number number -> number;
      case Boolean truth -> truth;
      default -> throw new IllegalArgumentException("not for a tree: " + value.getClass());
    };
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
    var tree = new TreeMap<String, @Nullable Object>();
    map.forEach((name, value) -> tree.put(String.valueOf(name), of(value)));
    return tree;
  }

  private static Map<String, @Nullable Object> fields(Record record) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    if (isChoice(record.getClass())) tree.put(CHOICE, record.getClass().getSimpleName());
    for (var each : record.getClass().getRecordComponents()) {
      tree.put(each.getName(), of(value(record, each)));
    }
    return tree;
  }

  private static boolean isChoice(Class<?> type) {
    for (var each : type.getInterfaces()) {
      if (each.isSealed()) return true;
    }
    return false;
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("accessors of public records are public", impossible);
    }
  }
}
