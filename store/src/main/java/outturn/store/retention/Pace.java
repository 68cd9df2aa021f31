package outturn.store.retention;

/// How much is removed at once, and what happens between.
///
/// @param runs looked at in one step
/// @param rows deleted by one transaction, of any table
/// @param pause between two transactions, so that others come first
public record Pace(int runs, int rows, Pause pause) {

  /// Lets time pass.
  @FunctionalInterface
  public interface Pause {
    void pass() throws InterruptedException;
  }
}
