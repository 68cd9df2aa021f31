package outturn.tasks.process;

/// Sends signals to process groups, which the JDK has no method for: `kill(2)`.
final class Signals {

  static final int PROBE = 0;
  static final int KILL = 9;
  static final int TERM = 15;

  private static final Kill KILL_CALL = CLibrary.function("kill", Kill.class);

  private Signals() {}

  /// `kill(2)`.
  @FunctionalInterface
  public interface Kill {
    int call(int pid, int signal);
  }

  /// Whether a process of the group could be reached.
  static boolean sendToGroup(long group, int signal) {
    if (group <= 1) throw new IllegalArgumentException("not the group of a task: " + group);
    return KILL_CALL.call(Math.toIntExact(-group), signal) == 0;
  }
}
