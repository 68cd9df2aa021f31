package outturn.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// How much work waits for a CPU of this host: the part of the last ten seconds, in percent, in
/// which some of it did.
///
/// Linux, Documentation/accounting/psi.rst: `some avg10` of `/proc/pressure/cpu`.
public final class Pressure {
  private static final Path FILE = Path.of("/proc/pressure/cpu");
  private static final Pattern SOME =
      Pattern.compile("^some avg10=(\\d+\\.\\d+) ", Pattern.MULTILINE);

  private Pressure() {}

  /// Empty where the host does not tell.
  public static OptionalDouble now() {
    try {
      return read(Files.readString(FILE));
    } catch (IOException notTold) {
      return OptionalDouble.empty();
    }
  }

  public static String inWords(OptionalDouble percent) {
    return percent.isEmpty() ? "not known" : "%.1f %% of 10 s".formatted(percent.getAsDouble());
  }

  static OptionalDouble read(String text) {
    var some = SOME.matcher(text);
    return some.find()
        ? OptionalDouble.of(Double.parseDouble(some.group(1)))
        : OptionalDouble.empty();
  }
}
