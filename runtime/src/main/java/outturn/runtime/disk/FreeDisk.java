package outturn.runtime.disk;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches what is free on the disk of the data folder: with less than a limit, nothing new begins,
/// so that what is under way, and the database, have room to end well.
public final class FreeDisk {
  private static final Logger LOG = LoggerFactory.getLogger(FreeDisk.class);
  private static final long MEGABYTE = 1 << 20;

  private final LongSupplier free;
  private final long keep;
  private volatile long seen;

  /// @param free asked at each look, in bytes
  /// @param keep so many bytes stay free
  public FreeDisk(LongSupplier free, long keep) {
    this.free = free;
    this.keep = keep;
    this.seen = free.getAsLong();
  }

  public static FreeDisk of(Path folder, long keep) {
    return new FreeDisk(() -> folder.toFile().getUsableSpace(), keep);
  }

  /// Looks once; to be called every second or so.
  public void look() {
    boolean had = hasRoom();
    seen = free.getAsLong();
    if (had && !hasRoom()) {
      LOG.warn("nothing new begins: {}", shortage().orElse(""));
    } else if (!had && hasRoom()) {
      LOG.info("there is room on the disk again: tasks begin");
    }
  }

  /// Bytes, as they were at the last look.
  public long free() {
    return seen;
  }

  /// How many bytes stay free.
  public long kept() {
    return keep;
  }

  public boolean hasRoom() {
    return seen >= keep;
  }

  /// In words, such as "the disk of the data folder has 120 MB free, and 500 MB are kept".
  public Optional<String> shortage() {
    long now = seen;
    if (now >= keep) return Optional.empty();
    return Optional.of(
        "the disk of the data folder has %d MB free, and %d MB are kept free"
            .formatted(now / MEGABYTE, keep / MEGABYTE));
  }
}
