package outturn.definition.survey;

import java.util.Map;

/// A text in each language of a survey.
public record Texts(Map<Language, String> all) {
  public Texts {
    all = Map.copyOf(all);
  }

  public static Texts of(String en, String de) {
    return new Texts(Map.of(Language.EN, en, Language.DE, de));
  }

  /// The text in a language, or in another one where that is missing.
  public String in(Language language) {
    var text = all.get(language);
    if (text != null) return text;
    return all.values().stream().sorted().findFirst().orElse("");
  }
}
