package outturn.runtime.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The start ledger: which attempts this host has started, written before they start.
///
/// After a crash it tells attempts that were never started, which may be sent again, from those
/// that were, and it names the processes that outlived their server. A line is `start TOKEN`,
/// `process TOKEN PID MILLIS` or `end TOKEN`; the first names the boot of the machine, since after
/// another boot the end of the file may be missing.
public final class Ledger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Pattern LINE =
      Pattern.compile(
          "(?<word>start|end|process(?= \\S+ \\S+ \\S+)) (?<token>-?\\d{1,19})(?: (?<pid>\\d{1,18}) (?<millis>\\d{1,18}))?");
  private static final long REWRITE_AT = 4L << 20;

  private final Path file;
  private final Map<Long, Optional<Child>> open = new HashMap<>();
  private final Map<Long, Optional<Child>> inherited;
  private final boolean otherBoot;
  private FileChannel channel;
  private long rewriteAt = REWRITE_AT;

  /// A process that an attempt started.
  public record Child(long pid, Instant started) {}

  /// Reads what an earlier server left, and begins anew.
  public Ledger(Path file) {
    this.file = file;
    try {
      var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
      this.otherBoot = !lines.isEmpty() && !lines.getFirst().equals("boot " + boot());
      this.inherited = read(lines);
      this.channel = rewritten();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot keep the start ledger " + file, failure);
    }
  }

  private static String boot() throws IOException {
    return Files.exists(BOOT) ? Files.readString(BOOT).strip() : "unknown";
  }

  private static Map<Long, Optional<Child>> read(List<String> lines) {
    var started = new HashMap<Long, Optional<Child>>();
    for (var line : lines) {
      // All others are the boot line, and a line that a crash cut short.
      var matcher = LINE.matcher(line);
      if (!matcher.matches()) continue;
      long token = Long.parseLong(matcher.group("token"));
      switch (matcher.group("word")) {
        case "start" -> started.put(token, Optional.empty());
        case "end" -> started.remove(token);
        default -> {
          long pid = Long.parseLong(matcher.group("pid"));
          var at = Instant.ofEpochMilli(Long.parseLong(matcher.group("millis")));
          started.put(token, Optional.of(new Child(pid, at)));
        }
      }
    }
    return started;
  }

  private FileChannel rewritten() throws IOException {
    var text = new StringBuilder("boot ").append(boot()).append('\n');
    open.forEach((token, child) -> text.append(lines(token, child)));
    inherited.forEach((token, child) -> text.append(lines(token, child)));
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    var appending = FileChannel.open(fresh, StandardOpenOption.APPEND);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return appending;
  }

  private static String lines(long token, Optional<Child> child) {
    return "start %d\n".formatted(token)
        + child.map(process -> processLine(token, process)).orElse("");
  }

  private static String processLine(long token, Child child) {
    return "process %d %d %d\n".formatted(token, child.pid(), child.started().toEpochMilli());
  }

  /// To be called before the attempt starts anything.
  ///
  /// @throws UncheckedIOException when it cannot be written down: then nothing may be started
  public synchronized void starting(long token) {
    open.put(token, Optional.empty());
    try {
      append("start %d\n".formatted(token));
    } catch (IOException failure) {
      open.remove(token);
      throw new UncheckedIOException("cannot write the start ledger " + file, failure);
    }
  }

  /// What this cannot write down is found by its token.
  public synchronized void process(long token, Child child) {
    open.put(token, Optional.of(child));
    note(processLine(token, child));
  }

  /// To be called when the attempt's end is committed, not sooner. What this cannot write down
  /// counts as open until the file is written anew, and its end is known from the database.
  public synchronized void ended(long token) {
    if (!open.containsKey(token) && !inherited.containsKey(token)) return;
    open.remove(token);
    inherited.remove(token);
    note("end %d\n".formatted(token));
  }

  private void note(String line) {
    try {
      append(line);
    } catch (IOException failure) {
      LOG.warn("cannot write the start ledger {}: {}", file, failure.getMessage());
    }
  }

  /// Writes the whole line, or none of it: half a line would spoil the next one.
  private void append(String line) throws IOException {
    long before = channel.size();
    var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
    try {
      while (bytes.hasRemaining()) channel.write(bytes);
    } catch (IOException failure) {
      channel.truncate(before);
      throw failure;
    }
    if (channel.size() > rewriteAt) shorten();
  }

  /// Without room for the new file the old one grows on.
  private void shorten() {
    try {
      var fresh = rewritten();
      channel.close();
      channel = fresh;
      rewriteAt = REWRITE_AT;
    } catch (IOException failure) {
      rewriteAt += REWRITE_AT;
      LOG.warn("cannot write the start ledger {} anew: {}", file, failure.getMessage());
    }
  }

  /// Whether an earlier server on this host may have started this attempt.
  public synchronized boolean mayHaveStarted(long token) {
    return otherBoot || inherited.containsKey(token);
  }

  /// The processes that may have outlived an earlier server; none after a reboot.
  public synchronized List<Child> survivors() {
    if (otherBoot) return List.of();
    var children = new ArrayList<Child>();
    inherited.values().forEach(child -> child.ifPresent(children::add));
    return children;
  }

  /// The attempts that an earlier server may have left under way; none after a reboot.
  public synchronized Set<Long> left() {
    return otherBoot ? Set.of() : Set.copyOf(inherited.keySet());
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}
