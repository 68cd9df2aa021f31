package outturn.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The memory of a process as its proportional set: what it alone has, and of each shared page its
/// share. The sets of processes add up.
///
/// Linux, Documentation/filesystems/proc.rst: `Pss` of `smaps_rollup`, in kB.
final class Resident {
  private static final Pattern PSS = Pattern.compile("^Pss:\\s+(\\d+) kB$", Pattern.MULTILINE);
  private static final long KILO = 1_024;

  private Resident() {}

  /// In bytes; empty when there is no such process, or it may not be looked at.
  static OptionalLong of(long pid) {
    try {
      return read(Files.readString(Path.of("/proc/%d/smaps_rollup".formatted(pid))));
    } catch (IOException notTold) {
      return OptionalLong.empty();
    }
  }

  static OptionalLong read(String rollup) {
    var pss = PSS.matcher(rollup);
    return pss.find() ? OptionalLong.of(Long.parseLong(pss.group(1)) * KILO) : OptionalLong.empty();
  }
}
