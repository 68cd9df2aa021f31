package outturn.evidence.its.model;

/// On which scale effects add.
public enum Scale {
  NATURAL,
  /// Natural logarithms, so effects multiply: for positive values that vary in proportion.
  LOG
}
