package outturn.http.node;

import java.time.Instant;
import java.util.Optional;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.disk.FreeDisk;
import outturn.runtime.hold.Hold;

/// The server that answers: its disk, and whether it is held.
public final class HereRoutes {
  private final String node;
  private final String version;
  private final Hold hold;
  private final FreeDisk disk;

  public HereRoutes(String node, String version, Hold hold, FreeDisk disk) {
    this.node = node;
    this.version = version;
    this.hold = hold;
    this.disk = disk;
  }

  /// @param shortage why nothing new begins, in words; nothing while there is room
  private record Disk(long freeBytes, long keptFreeBytes, Optional<String> shortage) {}

  private record Here(
      String node, String version, String cluster, Optional<Instant> heldSince, Disk disk) {}

  public Answer show(Call call) {
    call.allow();
    return Answer.json(
        new Here(
            node,
            version,
            hold.cluster().id(),
            hold.since(),
            new Disk(disk.free(), disk.kept(), disk.shortage())));
  }
}
