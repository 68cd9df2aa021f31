package outturn.definition.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import outturn.definition.text.Nearest;
import outturn.definition.text.Node;

/// The form of a value that is one of a few words.
public final class Choices {

  private Choices() {}

  /// The constants of an enum, in lower case with `-`.
  ///
  /// @param notYet words that the language has and this release cannot follow
  public static <E extends Enum<E>> Form<E> of(Class<E> type, String... notYet) {
    var words = new LinkedHashMap<String, E>();
    for (var constant : type.getEnumConstants()) words.put(word(constant), constant);
    return of(words, List.of(notYet));
  }

  /// Words taken as they are.
  public static Form<String> words(String... valid) {
    var words = new LinkedHashMap<String, String>();
    for (var word : valid) words.put(word, word);
    return of(words, List.of());
  }

  /// The word of an enum's constant.
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E> Form<E> of(Map<String, E> words, List<String> notYet) {
    var listed = List.copyOf(words.keySet());
    var expected = "one of " + String.join(", ", listed);
    return new Form<>(
        expected,
        Map.of("enum", listed),
        (form, node, problems) -> {
          if (!(node instanceof Node.Scalar scalar)) return form.refuse(node, problems);
          var found = words.get(scalar.text());
          if (found != null) return Optional.of(found);
          if (notYet.contains(scalar.text())) {
            problems.add(
                node.position(),
                "not-yet",
                "'%s' is not in this release".formatted(scalar.text()),
                expected);
            return Optional.empty();
          }
          problems.add(
              node.position(),
              "unknown-word",
              "expected %s, found %s".formatted(expected, node.told()),
              Nearest.to(scalar.text(), listed).map("did you mean '%s'?"::formatted).orElse(""));
          return Optional.empty();
        });
  }
}
