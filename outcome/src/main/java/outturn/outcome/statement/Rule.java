package outturn.outcome.statement;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/// A rule as data: how much it weighs, what it says, what to do, and an example of a remedy.
public record Rule(String id, Severity severity, String message, String hint, String example) {
  private static final Properties TEXTS = Resource.properties("rules.properties");

  /// The rules, in the order in which findings are told.
  enum Name {
    OUT_1,
    OUT_2,
    IT_1,
    IT_2,
    BEN_1,
    CHG_1,
    NUM_1,
    NUM_2,
    TIM_1,
    VAG_1,
    VAG_2,
    TGT_1,
    VAL_1;

    String id() {
      return name().replace('_', '-');
    }
  }

  static Rule of(Name name) {
    var id = name.id();
    return new Rule(
        id,
        Severity.valueOf(text(id, "severity").toUpperCase(Locale.ROOT)),
        text(id, "message"),
        text(id, "hint"),
        text(id, "example"));
  }

  /// A finding of this rule.
  ///
  /// @param about the words that it is about; empty where it is about the whole
  Finding finding(String about) {
    return finding(severity, about);
  }

  Finding finding(Severity weight, String about) {
    return new Finding(id, weight, MessageFormat.format(message, about), hint);
  }

  private static String text(String id, String key) {
    return Optional.ofNullable(TEXTS.getProperty(id + "." + key))
        .orElseThrow(
            () -> new IllegalStateException("rules.properties has no %s.%s".formatted(id, key)));
  }
}
