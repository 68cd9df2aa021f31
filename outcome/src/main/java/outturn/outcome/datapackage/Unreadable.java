package outturn.outcome.datapackage;

/// A file that is not what a data package has there; its message says where, what was expected and
/// what was found.
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unreadable(String message) {
    super(message);
  }
}
