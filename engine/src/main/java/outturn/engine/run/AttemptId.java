package outturn.engine.run;

/// One try of one item of a task of a run.
///
/// @param item the place in a `forEach` list, 0 for a task that runs once, [#FRAME] for the row
///   that holds the list itself
/// @param attempt 1 is the first; 0 is the row of a frame or of a skipped task
public record AttemptId(RunId run, String task, int item, int attempt) {
  public static final int FRAME = -1;

  @Override
  public String toString() {
    return "%s/%s/%d/%d".formatted(run, task, item, attempt);
  }
}
