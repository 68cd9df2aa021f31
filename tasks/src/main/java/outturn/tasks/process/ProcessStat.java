package outturn.tasks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What Linux tells about a process in `/proc/PID/stat`.
///
/// @param state `R`, `S`, …; `Z` has ended and was not yet collected by its parent
/// @param birth when it started, in ticks since the boot
record ProcessStat(char state, long group, long session, long birth) {

  /// Empty where there is no such process, or no Linux.
  static Optional<ProcessStat> of(long pid) {
    try {
      var line = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
      // The program's name stands in parentheses and may hold anything.
      var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      return Optional.of(
          new ProcessStat(
              fields[0].charAt(0),
              Long.parseLong(fields[2]),
              Long.parseLong(fields[3]),
              Long.parseLong(fields[19])));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  boolean isZombie() {
    return state == 'Z';
  }
}
