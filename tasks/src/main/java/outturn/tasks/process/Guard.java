package outturn.tasks.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A process beside the server that ends the server's children when the server dies, or is silent
/// for too long: so that none works on when another server takes its attempts over.
///
/// It leads a session of its own, so that no Ctrl-C ends it before the server; its input is a pipe
/// from here, whose end it cannot miss. It knows a child by its start time and by the token in its
/// environment, so it never ends another process that has got the same number. Should it die
/// itself, the next word to it starts another one. It needs `/proc`: on other systems, what
/// outlives a server is ended by the next one.
public final class Guard implements AutoCloseable {
  /// The variable that tells a process its attempt's token.
  public static final String TOKEN = "OUTTURN_TOKEN";

  private static final Pattern SOUND = Pattern.compile("-?[0-9]{1,20}");
  private static final String NO_TOKEN = "none";
  private static final int LOOKS = 12;
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Limits limits;
  private final Map<Long, Child> children = new LinkedHashMap<>();
  private long lastKey;
  private Process process;

  /// @param silence without a beat after which the children are ended, two seconds or more
  /// @param grace between SIGTERM and SIGKILL
  public record Limits(Duration silence, Duration grace) {
    public Limits {
      if (silence.toSeconds() < 2) throw new IllegalArgumentException("too short: " + silence);
    }

    /// Such that all is over before a worker's lease is.
    public static Limits within(Duration lease) {
      return new Limits(lease.multipliedBy(2).dividedBy(3), lease.dividedBy(9));
    }

    private List<String> words() {
      long tick = Math.max(1, silence.toSeconds() / LOOKS);
      return List.of(
          Long.toString(tick),
          Long.toString(silence.toSeconds() / tick),
          Long.toString(grace.toSeconds()));
    }
  }

  private Guard(Limits limits) throws IOException {
    this.limits = limits;
    this.process = launch(limits);
  }

  public static Guard start(Limits limits) {
    try {
      return new Guard(limits);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot start the guard of processes", failure);
    }
  }

  private static Process launch(Limits limits) throws IOException {
    var words = new ArrayList<>(List.of("/bin/sh", "-c", "eval \"$GUARD\"", "guard"));
    words.addAll(limits.words());
    var builder =
        new ProcessBuilder(new Command(words).inOwnSession())
            .directory(new File("/"))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("GUARD", script());
    return builder.start();
  }

  private static String script() throws IOException {
    try (var script = Guard.class.getResourceAsStream("guard.sh")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
    }
  }

  /// A child, from before its start until it and all that it started have ended.
  final class Child implements AutoCloseable {
    private final long key;
    private String lines;
    private boolean struck;

    private Child(long key, String token) {
      this.key = key;
      this.lines = "+%d %s\n".formatted(key, token);
    }

    void started(long pid) {
      ProcessStat.of(pid).ifPresent(stat -> started(pid, stat.birth()));
    }

    void started(long pid, long birth) {
      tell(this, pid, birth);
    }

    /// Whether the guard has ended it, or was about to.
    boolean struck() {
      return isStruck(this);
    }

    @Override
    public void close() {
      forget(this);
    }
  }

  synchronized Process process() {
    return process;
  }

  /// The server is alive, and its worker's lease holds from now on.
  public synchronized void beat() {
    say(".\n");
  }

  /// @param token of the attempt, as the child's environment will have it
  synchronized Child starting(String token) {
    var child = new Child(++lastKey, SOUND.matcher(token).matches() ? token : NO_TOKEN);
    children.put(child.key, child);
    say(child.lines);
    return child;
  }

  private synchronized void tell(Child child, long pid, long birth) {
    var line = "=%d %d %d\n".formatted(child.key, pid, birth);
    child.lines += line;
    say(line);
  }

  private synchronized boolean isStruck(Child child) {
    return child.struck || hasStruck();
  }

  private synchronized void forget(Child child) {
    children.remove(child.key);
    say("-%d\n".formatted(child.key));
  }

  private void say(String lines) {
    try {
      if (!hasStruck() && process.isAlive() && said(lines)) return;
      if (hasStruck()) children.values().forEach(child -> child.struck = true);
      process = launch(limits);
      for (var child : children.values()) said(child.lines);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot start the guard of processes again", failure);
    }
  }

  private boolean said(String lines) {
    try {
      var input = process.getOutputStream();
      input.write(lines.getBytes(US_ASCII));
      input.flush();
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  /// It prints a line before it ends the first child.
  private boolean hasStruck() {
    try {
      return process.getInputStream().available() > 0;
    } catch (IOException closed) {
      return false;
    }
  }

  /// Ends what is left, and the guard.
  @Override
  public synchronized void close() {
    try {
      process.getOutputStream().close();
      boolean ended =
          process.waitFor(LAST_WORDS.plus(limits.grace()).toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) process.destroyForcibly();
    } catch (IOException gone) {
      // It has ended already.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
