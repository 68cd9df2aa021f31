package outturn.charts.svg;

/// A colour by its role. A page may set the variable `--outturn-<role>`; else the light value
/// holds.
///
/// Blue and orange of special causes: NHS England, *Making Data Count*. They are light on white, so
/// marks in them have an edge of at least 3:1 (WCAG 2.2, 1.4.11) and a shape of their own.
public enum Paint {
  SURFACE("surface", "#ffffff", "#14191f"),
  INK("ink", "#1d2733", "#e9edf2"),
  MUTED("muted", "#566272", "#a7b2bf"),
  GRID("grid", "#e6eaee", "#29323c"),
  AXIS("axis", "#9aa5b1", "#5d6976"),
  SERIES("series", "#26364a", "#dbe2ea"),
  RAW("raw", "#c9d0d8", "#47525e"),
  CENTRE("centre", "#5f6c7b", "#98a4b1"),
  LIMIT("limit", "#7b8796", "#818d9a"),
  TARGET("target", "#177245", "#56c28b"),
  PLAN("plan", "#6b4fa0", "#b9a3e3"),
  EXPECTED("expected", "#1f6fb2", "#6cb0ec"),
  BAND("band", "#d3e4f4", "#203a54"),
  CHANGE("change", "#1d2733", "#e9edf2"),
  BASELINE("baseline", "#f1f4f7", "#1c232b"),
  IMPROVEMENT("improvement", "#00b0f0", "#00b0f0"),
  IMPROVEMENT_EDGE("improvement-edge", "#00719b", "#a5e3fb"),
  CONCERN("concern", "#e46c0a", "#e46c0a"),
  CONCERN_EDGE("concern-edge", "#a84d00", "#ffc795"),
  EXCLUDED("excluded", "#566272", "#a7b2bf"),
  NEUTRAL("neutral", "#7a5aa6", "#a98fd0"),
  NEUTRAL_EDGE("neutral-edge", "#523a76", "#d9cbef"),
  RUNNING("running", "#4a7fc1", "#6fa3e0"),
  WAITING("waiting", "#9aa5b1", "#5d6976"),
  SUCCEEDED("succeeded", "#2e8b57", "#56c28b"),
  FAILED("failed", "#c0392b", "#f0776b");

  private final String role;
  private final String light;
  private final String dark;

  Paint(String role, String light, String dark) {
    this.role = role;
    this.light = light;
    this.dark = dark;
  }

  /// The custom property of a page's style sheet.
  public String variable() {
    return "--outturn-" + role;
  }

  public String light() {
    return light;
  }

  public String dark() {
    return dark;
  }

  @Override
  public String toString() {
    return "var(" + variable() + "," + light + ")";
  }
}
