package outturn.definition.jsonpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The part of JSONPath (RFC 9535) that picks values by name and place: `$`, `.name`, `['name']`,
/// `[0]`, `[-1]`, `.*` and `[*]`. What it takes means the same as in the RFC; descendants, slices
/// and filters are refused.
public final class JsonPath {
  private static final String NAMES = "[\\p{L}_][\\p{L}\\p{N}_]*";
  private static final Pattern SEGMENT =
      Pattern.compile(
          "\\.(?<name>%s)|\\.(?<all>\\*)|\\[\\s*(?:'(?<single>(?:[^'\\\\]|\\\\['\\\\])*)'|\"(?<double>(?:[^\"\\\\]|\\\\[\"\\\\])*)\"|(?<index>0|-?[1-9]\\d{0,8})|(?<each>\\*))\\s*]"
              .formatted(NAMES));

  private final String text;
  private final List<Segment> segments;

  private JsonPath(String text, List<Segment> segments) {
    this.text = text;
    this.segments = segments;
  }

  /// One step down.
  private sealed interface Segment {
    record Name(String name) implements Segment {}

    /// @param place from 0; negative ones count from the end
    record Index(int place) implements Segment {}

    record Each() implements Segment {}
  }

  /// Reads a path.
  ///
  /// @throws IllegalArgumentException with what was expected, and where
  public static JsonPath parse(String text) {
    if (!text.startsWith("$")) throw new IllegalArgumentException("a path begins with $");
    var segments = new ArrayList<Segment>();
    var matcher = SEGMENT.matcher(text);
    int at = 1;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new IllegalArgumentException(
            "expected .name, ['name'], [0] or [*] at character %d, found '%s'"
                .formatted(at + 1, text.substring(at)));
      }
      segments.add(segment(matcher));
      at = matcher.end();
    }
    return new JsonPath(text, List.copyOf(segments));
  }

  private static Segment segment(Matcher matcher) {
    for (var group : List.of("name", "single", "double")) {
      var name = matcher.group(group);
      if (name != null) {
        return new Segment.Name(group.equals("name") ? name : name.replaceAll("\\\\(.)", "$1"));
      }
    }
    var index = matcher.group("index");
    return index == null ? new Segment.Each() : new Segment.Index(Integer.parseInt(index));
  }

  /// The values at this path, in their order; none when there is nothing.
  ///
  /// @param root maps by text, lists, and plain values
  public List<Object> select(Object root) {
    var found = List.of(root);
    for (var segment : segments) {
      found = found.stream().flatMap(value -> below(value, segment)).toList();
    }
    return found;
  }

  /// What is at this path: the value itself, or for a path with `*` the list of all that it picks.
  /// Empty when there is nothing.
  public Optional<Object> value(Object root) {
    var found = select(root);
    if (segments.stream().anyMatch(Segment.Each.class::isInstance)) return Optional.of(found);
    return found.stream().findFirst();
  }

  private static Stream<Object> below(Object value, Segment segment) {
    return switch (segment) {
      case Segment.Name(var name) ->
          value instanceof Map<?, ?> map ? Stream.ofNullable(map.get(name)) : Stream.empty();
      case Segment.Index(var place) ->
          value instanceof List<?> list ? at(list, place) : Stream.empty();
      case Segment.Each() ->
          switch (value) {
            case Map<?, ?> map -> map.values().stream().flatMap(Stream::ofNullable);
            case List<?> list -> list.stream().flatMap(Stream::ofNullable);
            default -> Stream.empty();
          };
    };
  }

  private static Stream<Object> at(List<?> list, int place) {
    int index = place < 0 ? list.size() + place : place;
    return index < 0 || index >= list.size() ? Stream.empty() : Stream.ofNullable(list.get(index));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonPath path && path.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /// As it was written.
  @Override
  public String toString() {
    return text;
  }
}
