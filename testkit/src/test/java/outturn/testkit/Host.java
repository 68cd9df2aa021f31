package outturn.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import outturn.runtime.lease.Lease;

/// What outlives a server on its host: the start ledger, the clocks, and the guard, which ends the
/// processes of a server that is dead or silent.
final class Host {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long SILENCE = Lease.silence(Lease.WORKER).toNanos();

  final String name;
  final Set<Long> ledger = new HashSet<>();
  private final Map<Long, Child> processes = new TreeMap<>();
  private final Witness witness;
  private final double rate;
  private long offset;
  private long beat;
  long now;
  long frozenUntil;
  long cutUntil;
  // For good: nobody starts a server here any more.
  boolean gone;
  @Nullable SimulatedNode node;

  /// A process of an attempt.
  static final class Child {
    long ends;
    boolean over;
    boolean killed;

    Child(long ends) {
      this.ends = ends;
    }
  }

  /// @param rate of the monotonic clock; the true one has 1
  /// @param offset of the wall clock, in nanoseconds
  Host(String name, Witness witness, double rate, long offset) {
    this.name = name;
    this.witness = witness;
    this.rate = rate;
    this.offset = offset;
  }

  Instant wallClock() {
    return Simulation.START.plusNanos(now + offset);
  }

  /// Sets the wall clock anew.
  void jump(long nanos) {
    offset += nanos;
  }

  long ticker() {
    return (long) (now * rate);
  }

  boolean frozen() {
    return now < frozenUntil;
  }

  /// It is neither frozen nor cut off.
  void recover() {
    frozenUntil = 0;
    cutUntil = 0;
  }

  void beat() {
    beat = now;
  }

  Child start(long token, long ends) {
    var process = new Child(ends);
    processes.put(token, process);
    return process;
  }

  /// Time goes by, for processes too.
  void time(long time) {
    now = time;
    processes
        .entrySet()
        .removeIf(entry -> {
          var process = entry.getValue();
          boolean silent = now > beat + SILENCE + SECOND;
          process.killed |= silent && now < process.ends;
          process.over = silent || now >= process.ends;
          if (process.over) witness.ends(entry.getKey());
          return process.over;
        });
  }

  /// The server is dead; its guard ends what it left within a second.
  void orphaned() {
    processes.values().forEach(process -> process.ends = Math.min(process.ends, now + SECOND));
  }

  /// A new server ends what an old one left, before all else.
  void endSurvivors() {
    processes.keySet().forEach(witness::ends);
    processes.clear();
    beat = now;
  }
}
