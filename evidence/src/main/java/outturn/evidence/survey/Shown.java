package outturn.evidence.survey;

/// Whether the answers of a group may be shown, and if not why; to readers all reasons read "too
/// few answers to show".
public enum Shown {
  SHOWN,
  /// Fewer answers than the threshold.
  TOO_FEW,
  /// Enough answers, but with them those of a smaller group could be computed.
  PROTECTS_ANOTHER,
  /// All or none of a small group chose the answer: who knows a member knows the answer.
  UNANIMOUS
}
