package outturn.runtime.event;

/// An event that cannot be taken as it is; its message says what was expected.
public final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unfit(String message) {
    super(message);
  }
}
