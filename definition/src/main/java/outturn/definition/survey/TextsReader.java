package outturn.definition.survey;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Named;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads texts: one text where a survey has one language, else a mapping with each of its
/// languages.
final class TextsReader {
  private static final Form<List<Named<String>>> MANY =
      Groups.map(Choices.words("en", "de"), Forms.text());

  /// Looked at closer when the languages are known.
  static final Form<Node> FORM =
      new Form<>(
          "a text, or one for each language",
          Map.of("anyOf", List.of(Forms.text().schema(), MANY.schema())),
          (form, node, problems) ->
              node instanceof Node.Listing ? form.refuse(node, problems) : Optional.of(node));

  private final List<Language> languages;
  private final Problems problems;

  TextsReader(List<Language> languages, Problems problems) {
    this.languages = languages;
    this.problems = problems;
  }

  Texts read(Node node) {
    return node instanceof Node.Mapping ? many(node) : one(node);
  }

  private Texts one(Node node) {
    var text = Forms.text().read(node, problems);
    if (languages.size() > 1) {
      problems.add(
          node.position(),
          "missing-language",
          "expected a text in each language of the survey, found one text",
          "write %s".formatted(sample()));
    }
    return text.map(found -> new Texts(Map.of(languages.getFirst(), found)))
        .orElseGet(() -> new Texts(Map.of()));
  }

  private Texts many(Node node) {
    var texts = new EnumMap<Language, String>(Language.class);
    for (var named : MANY.read(node, problems).orElse(List.of())) {
      for (var language : Language.values()) {
        if (language.code().equals(named.name())) texts.put(language, named.value());
      }
    }
    for (var language : languages) {
      if (texts.containsKey(language)) continue;
      problems.add(
          node.position(),
          "missing-language",
          "there is no text in the language '%s' of the survey".formatted(language.code()),
          "write %s".formatted(sample()));
    }
    return new Texts(texts);
  }

  private String sample() {
    return "{%s}"
        .formatted(String.join(", ", languages.stream().map(each -> each.code() + ": …").toList()));
  }
}
