package outturn.store.log;

/// The origin of words of an attempt.
public enum Stream {
  OUT(0),
  ERR(1),
  /// What Outturn itself says about the attempt.
  NOTE(2);

  private final int code;

  Stream(int code) {
    this.code = code;
  }

  /// What stands for it in a stored chunk.
  int code() {
    return code;
  }
}
