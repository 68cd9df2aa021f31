package outturn.http.upkeep;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.http.identity.AuditLog;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.hold.Hold;
import outturn.store.backup.Snapshot;

/// Backups, one at a time, and the end of a hold.
public final class UpkeepRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(UpkeepRoutes.class);

  private final Hold hold;
  private final Supplier<Snapshot> snapshots;
  private final AuditLog audit;
  private final AtomicBoolean underWay = new AtomicBoolean();

  /// @param snapshots takes one of the server's database
  public UpkeepRoutes(Hold hold, Supplier<Snapshot> snapshots, AuditLog audit) {
    this.hold = hold;
    this.snapshots = snapshots;
    this.audit = audit;
  }

  private record Resumed(boolean resumed, String cluster) {}

  /// Sends the whole database as one file.
  public Answer backup(Call call) {
    call.allow();
    if (!underWay.compareAndSet(false, true)) {
      throw Problem.again(Code.OVERLOADED, "another backup is under way; try again when it is done")
          .refused();
    }
    try {
      var snapshot = snapshots.get();
      audit.done(call.user(), "backup", "server", Map.of("cluster", hold.cluster().id()));
      return new Answer.Download("application/zip", out -> write(snapshot, out));
    } catch (RuntimeException failure) {
      underWay.set(false);
      throw failure;
    }
  }

  private void write(Snapshot snapshot, OutputStream out) throws IOException {
    try (snapshot) {
      snapshot.write(out);
    } catch (IOException failure) {
      LOG.error("a backup broke off: {}", failure.getMessage());
      throw failure;
    } finally {
      underWay.set(false);
    }
  }

  /// Lets a restored copy go on.
  public Answer resume(Call call) {
    call.allow().json();
    return Answer.json(new Resumed(hold.resume(call.user()), hold.cluster().id()));
  }
}
