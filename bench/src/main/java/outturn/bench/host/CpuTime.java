package outturn.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// The CPU time of a process and of those of its children that have ended, in user and system mode.
///
/// Linux, proc_pid_stat(5): fields 14 to 17.
final class CpuTime {
  // Fields after the name, which may have blanks and brackets in it, are counted from its end.
  private static final int FIRST = 14 - 3;
  private static final int LAST = 17 - 3;

  // USER_HZ: what the kernel tells programs is in hundredths of a second on all usual platforms.
  private static final long NANOS_PER_TICK = 10_000_000;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private CpuTime() {}

  /// Empty when there is no such process, or no `/proc`.
  static Optional<Duration> of(long pid) {
    try {
      return Optional.of(read(Files.readString(Path.of("/proc/%d/stat".formatted(pid)))));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  static Duration read(String stat) {
    var fields = BLANKS.split(stat.substring(stat.lastIndexOf(')') + 1).strip(), -1);
    var ticks = 0L;
    for (var field = FIRST; field <= LAST; field++) ticks += Long.parseLong(fields[field]);
    return Duration.ofNanos(ticks * NANOS_PER_TICK);
  }
}
