package outturn.cli.crontab;

/// What somebody should know about a translated line.
record Remark(Weight weight, String text) {

  /// Whether the line does the same as before.
  enum Weight {
    /// It does; this is advice.
    HINT,
    /// It does not quite.
    DIFFERENCE
  }

  static Remark hint(String text) {
    return new Remark(Weight.HINT, text);
  }

  static Remark difference(String text) {
    return new Remark(Weight.DIFFERENCE, text);
  }
}
