package outturn.tasks.process;

import java.time.Instant;
import outturn.spi.Request;

/// Hears of every process right after its start, so that survivors of a crash can be found with
/// [ProcessTree#killSurvivor].
@FunctionalInterface
public interface Started {

  /// @param pid the process, and its group
  /// @param startedAt as the host knows it
  void started(Request request, long pid, Instant startedAt);
}
