package outturn.runtime.decide;

/// A request that was not carried out, and whose sender may send it again.
public final class NotDone extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Why why;

  /// What kept it.
  public enum Why {
    /// Too much waits already.
    OVERLOADED,
    /// The database was lost while it was written: it may be done, or not.
    UNKNOWN,
    /// The runs have to be decided by another node.
    ELSEWHERE,
    /// One of its values cannot be stored.
    UNFIT
  }

  public NotDone(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
