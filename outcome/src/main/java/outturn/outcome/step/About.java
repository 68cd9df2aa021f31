package outturn.outcome.step;

import java.util.Locale;

/// What a check is about, so that whoever reads it finds what to mend.
public record About(Kind kind, String name) {
  public enum Kind {
    OUTCOME,
    LEVER,
    MEASURE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static About outcome(String name) {
    return new About(Kind.OUTCOME, name);
  }

  static About lever(String name) {
    return new About(Kind.LEVER, name);
  }

  static About measure(String name) {
    return new About(Kind.MEASURE, name);
  }
}
