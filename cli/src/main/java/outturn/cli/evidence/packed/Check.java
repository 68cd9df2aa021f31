package outturn.cli.evidence.packed;

/// One thing that was looked at.
///
/// @param what in words: `first-visit-fix-rate: estimate`
/// @param same whether it is what the package says
/// @param text what differs, or what was compared; may be empty
record Check(String what, boolean same, String text) {
  static Check same(String what, String text) {
    return new Check(what, true, text);
  }

  static Check differs(String what, String text) {
    return new Check(what, false, text);
  }
}
