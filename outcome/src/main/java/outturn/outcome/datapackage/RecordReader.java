package outturn.outcome.datapackage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes records of the trees that [RecordTree] has made, or that anybody wrote: each problem names
/// its place.
final class RecordReader {
  private RecordReader() {}

  /// @param place of the tree, as problems name it
  /// @throws Unreadable when it is none of this record
  static <T extends Record> T read(Class<T> type, @Nullable Object tree, String place) {
    return type.cast(ofRecord(type, tree, place));
  }

  private static Object of(Type type, @Nullable Object tree, String place) {
    if (type instanceof ParameterizedType generic) return ofGeneric(generic, tree, place);
    var raw = (Class<?>) type;
    if (raw.isRecord()) return ofRecord(raw, tree, place);
    if (raw.isInterface() && raw.isSealed()) return ofChoice(raw, tree, place);
    if (raw.isEnum()) return ofWord(raw, tree, place);
    if (raw == double.class || raw == Double.class) return number(tree, place).doubleValue();
    if (raw == int.class || raw == long.class) return whole(raw, number(tree, place), place);
    if (raw == boolean.class) {
      return tree instanceof Boolean truth ? truth : fail(place, "true or false", tree);
    }
    var text = text(tree, place);
    try {
      return switch (raw.getSimpleName()) {
        case "String" -> text;
        case "LocalDate" -> LocalDate.parse(text);
        case "Instant" -> Instant.parse(text);
        case "Duration" -> Duration.parse(text);
        case "ZoneId" -> ZoneId.of(text);
        default -> throw new IllegalStateException("no tree is read as " + raw);
      };
    } catch (DateTimeException _) {
      return fail(place, "a text for " + raw.getSimpleName(), tree);
    }
  }

  private static Object ofGeneric(ParameterizedType type, @Nullable Object tree, String place) {
    var raw = (Class<?>) type.getRawType();
    var parts = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return tree == null ? Optional.empty() : Optional.of(of(parts[0], tree, place));
    }
    if (raw == List.class) {
      if (!(tree instanceof List<?> list)) return fail(place, "a list", tree);
      var all = new ArrayList<Object>();
      for (var each : list) all.add(of(parts[0], each, "%s[%d]".formatted(place, all.size())));
      return all;
    }
    if (raw != Map.class && raw != SortedMap.class) {
      throw new IllegalStateException("no tree is read as " + type);
    }
    var all = new TreeMap<Object, Object>();
    fields(tree, place)
        .forEach((name, value) -> {
          var inside = place + "." + name;
          all.put(of(parts[0], name, inside), of(parts[1], value, inside));
        });
    return all;
  }

  private static Object ofRecord(Class<?> type, @Nullable Object tree, String place) {
    var fields = fields(tree, place);
    var components = type.getRecordComponents();
    var names = Arrays.stream(components).map(RecordComponent::getName).toList();
    for (var name : fields.keySet()) {
      if (!names.contains(name) && !name.equals(RecordTree.CHOICE)) {
        throw new Unreadable("%s has no '%s'; it has %s".formatted(place, name, names));
      }
    }
    var values =
        Arrays.stream(components)
            .map(each ->
                of(each.getGenericType(), fields.get(each.getName()), place + "." + each.getName()))
            .toArray();
    return made(type, components, values, place);
  }

  private static Object made(
      Class<?> type, RecordComponent[] components, Object[] values, String place) {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getConstructor(types).newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new Unreadable("%s: %s".formatted(place, refused.getCause()));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("constructors of public records are public", impossible);
    }
  }

  private static Object ofChoice(Class<?> type, @Nullable Object tree, String place) {
    var name = fields(tree, place).get(RecordTree.CHOICE);
    var choices = type.getPermittedSubclasses();
    return Stream.of(choices)
        .filter(each -> each.getSimpleName().equals(name))
        .findFirst()
        .map(each -> ofRecord(each, tree, place))
        .orElseGet(() ->
            fail(
                place + "." + RecordTree.CHOICE,
                "one of " + Stream.of(choices).map(Class::getSimpleName).toList(),
                name));
  }

  private static Object ofWord(Class<?> type, @Nullable Object tree, String place) {
    Function<Object, String> word = each -> RecordTree.word((Enum<?>) each);
    var words = List.<Object>of(type.getEnumConstants());
    return words.stream()
        .filter(each -> word.apply(each).equals(tree))
        .findFirst()
        .orElseGet(() -> fail(place, "one of " + words.stream().map(word).toList(), tree));
  }

  private static Object whole(Class<?> type, Number number, String place) {
    double value = number.doubleValue();
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      return fail(place, "a whole number", number);
    }
    return type == int.class ? (Object) number.intValue() : number.longValue();
  }

  private static Number number(@Nullable Object tree, String place) {
    if (tree instanceof Number number && Double.isFinite(number.doubleValue())) return number;
    return (Number) fail(place, "a number", tree);
  }

  private static String text(@Nullable Object tree, String place) {
    return tree instanceof String text ? text : (String) fail(place, "a text", tree);
  }

  private static Map<String, @Nullable Object> fields(@Nullable Object tree, String place) {
    if (!(tree instanceof Map<?, ?> map)) {
      throw new Unreadable("%s: expected an object, found %s".formatted(place, tree));
    }
    var fields = new TreeMap<String, @Nullable Object>();
    map.forEach((name, value) -> fields.put(String.valueOf(name), value));
    return fields;
  }

  private static Object fail(String place, String expected, @Nullable Object found) {
    throw new Unreadable("%s: expected %s, found %s".formatted(place, expected, found));
  }
}
