package outturn.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import outturn.runtime.work.WorkOrders;
import outturn.tasks.process.ProcessTree;

/// Processes of attempts that outlived their server and are not in its ledger, since it was killed
/// between their start and the note of it; they are known by the token in their environment.
final class Survivors {
  private Survivors() {}

  /// Ends those of these attempts.
  static void end(Set<Long> tokens) {
    if (tokens.isEmpty()) return;
    var variables =
        tokens.stream().map(token -> WorkOrders.TOKEN + "=" + token).collect(Collectors.toSet());
    ProcessHandle.allProcesses()
        .filter(process -> hasOneOf(variables, process))
        .forEach(Survivors::end);
  }

  private static void end(ProcessHandle process) {
    process.info().startInstant().ifPresent(at -> ProcessTree.killSurvivor(process.pid(), at));
  }

  private static boolean hasOneOf(Set<String> variables, ProcessHandle process) {
    try {
      var file = Path.of("/proc", Long.toString(process.pid()), "environ");
      var environment = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return Arrays.stream(environment.split("\0", -1)).anyMatch(variables::contains);
    } catch (IOException notOursOrGone) {
      return false;
    }
  }
}
