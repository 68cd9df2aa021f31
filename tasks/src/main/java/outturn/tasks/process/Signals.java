package outturn.tasks.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Sends signals to process groups, which the JDK has no method for: `kill(2)` of the C library.
final class Signals {

  static final int PROBE = 0;
  static final int KILL = 9;
  static final int TERM = 15;

  private static final MethodHandle FUNCTION = function();

  private Signals() {}

  /// Whether a process of the group could be reached.
  static boolean sendToGroup(long group, int signal) {
    if (group <= 1) throw new IllegalArgumentException("not the group of a task: " + group);
    try {
      return (int) FUNCTION.invokeExact(Math.toIntExact(-group), signal) == 0;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function() {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("kill"),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  }
}
