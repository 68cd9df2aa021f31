package outturn.evidence.money;

/// What kind of benefit it is: HM Treasury and IPA, *Guide for Effective Benefits Management in
/// Major Projects* (2017).
public enum Category {
  /// A budget line falls.
  CASHABLE,
  /// Worth money, but no budget line falls: time saved, as a rule.
  NON_CASHABLE,
  /// Can be counted but has no agreed price.
  QUANTIFIABLE,
  /// Can only be described.
  QUALITATIVE
}
