package outturn.definition.survey;

import java.util.Locale;

/// A language that surveys are answered in.
public enum Language {
  EN,
  DE;

  /// As in YAML and in HTML: `en`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
