package outturn.store.log;

/// The origin of words of an attempt. Stored by position: never reordered.
public enum Stream {
  OUT,
  ERR,
  /// What Outturn itself says about the attempt.
  NOTE
}
