package outturn.outcome.step;

import java.util.Locale;

/// What came of a check. A warning never keeps a gate shut.
public enum Verdict {
  PASS,
  WARN,
  FAIL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
