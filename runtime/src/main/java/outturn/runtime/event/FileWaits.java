package outturn.runtime.event;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;

/// Looks for the files that tasks wait for, and reports those that are complete. The decision loop
/// says what is waited for; all that is here is lost with its memory, and said again.
public final class FileWaits {
  private static final Logger LOG = LoggerFactory.getLogger(FileWaits.class);

  private final FolderView folders;
  private final Consumer<Event> inbox;
  private final BooleanSupplier held;
  private final InstantSource clock;
  private final Map<Long, Sought> sought = new ConcurrentHashMap<>();

  /// A file that is waited for, and what was seen of it; the second is for the looking thread.
  private static final class Sought {
    private final Effect.LookForFile wait;
    private final Pattern names;
    private final Map<FolderView.Found, Instant> since = new HashMap<>();
    private boolean told;

    Sought(Effect.LookForFile wait) {
      this.wait = wait;
      this.names = wait.files().regex();
    }

    /// The first by name that has been the same for long enough.
    Optional<FolderView.Found> complete(List<FolderView.Found> files, Instant now) {
      var present = files.stream().filter(file -> names.matcher(file.name()).matches()).toList();
      since.keySet().retainAll(present);
      for (var file : present) since.putIfAbsent(file, now);
      var latest = now.minus(wait.stable());
      return present.stream()
          .filter(file -> !since.getOrDefault(file, now).isAfter(latest))
          .min(Comparator.comparing(FolderView.Found::name));
    }
  }

  /// @param held while it says so, nothing is looked for
  public FileWaits(
      FolderView folders, Consumer<Event> inbox, BooleanSupplier held, InstantSource clock) {
    this.folders = folders;
    this.inbox = inbox;
    this.held = held;
    this.clock = clock;
  }

  /// Looks for a file from now on.
  public void look(Effect.LookForFile wait) {
    sought.put(wait.token(), new Sought(wait));
  }

  public void lookNoMore(long token) {
    sought.remove(token);
  }

  /// Nothing is waited for any more.
  public void forget() {
    sought.clear();
  }

  /// Looks once at every folder in which something is waited for.
  public void step() {
    if (held.getAsBoolean()) return;
    var now = clock.instant();
    Map<String, List<Sought>> byFolder = new HashMap<>();
    for (var each : sought.values()) {
      byFolder.computeIfAbsent(each.wait.files().folder(), _ -> new ArrayList<>()).add(each);
    }
    byFolder.forEach((folder, all) -> look(folder, all, now));
  }

  private void look(String folder, List<Sought> all, Instant now) {
    try {
      var files = folders.files(folder);
      for (var each : all) {
        each.complete(files, now).ifPresent(file -> found(each, file));
        each.told = false;
      }
    } catch (RuntimeException failure) {
      for (var each : all) {
        if (!each.told) LOG.warn("{} waits: {}", each.wait.attempt(), failure.getMessage());
        each.told = true;
      }
    }
  }

  private void found(Sought each, FolderView.Found file) {
    var wait = each.wait;
    // Who is not waited for any more since the look began is not told.
    if (!sought.remove(wait.token(), each)) return;
    var outputs = file.values(wait.files().folder());
    inbox.accept(
        new Event.Reported(wait.attempt(), wait.token(), new Event.Report.Succeeded(outputs)));
  }
}
