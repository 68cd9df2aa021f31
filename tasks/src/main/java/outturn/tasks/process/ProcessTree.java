package outturn.tasks.process;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/// A task's process and everything that it started.
///
/// The process leads a session and group of its own, so that children are found even after their
/// parents are gone. Descendants with another session are found as long as the line of parents to
/// them is whole when the end begins.
public final class ProcessTree {

  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration DYING = Duration.ofSeconds(2);

  /// Two JVMs compute the same start time with this much difference.
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  private final ProcessHandle leader;
  private final Set<ProcessHandle> known = new LinkedHashSet<>();

  ProcessTree(ProcessHandle leader) {
    this.leader = leader;
    known.add(leader);
  }

  /// Kills what an earlier server left running. A process with this number that started at another
  /// time is a stranger and is left alone.
  ///
  /// @return whether it was there
  public static boolean killSurvivor(long pid, Instant startedAt) {
    var survivor =
        ProcessHandle.of(pid).filter(handle -> startedAt(handle, startedAt)).map(ProcessTree::new);
    survivor.ifPresent(tree -> tree.end(Duration.ZERO));
    return survivor.isPresent();
  }

  /// Whether the group has a member; much cheaper than [#isAlive], but counts the ended as well.
  boolean mayBeAlive() {
    return Signals.sendToGroup(leader.pid(), Signals.PROBE);
  }

  /// Whether any process of the tree still runs.
  boolean isAlive() {
    lookAround();
    return !known.isEmpty();
  }

  /// Asks all of them to end, waits, and kills the rest. Who is interrupted waits no longer.
  void end(Duration grace) {
    lookAround();
    if (grace.isPositive()) {
      Signals.sendToGroup(leader.pid(), Signals.TERM);
      known.stream().filter(this::isOutsideOfGroup).forEach(ProcessHandle::destroy);
      if (isGoneWithin(grace, OnInterrupt.GIVE_UP)) return;
    }
    Signals.sendToGroup(leader.pid(), Signals.KILL);
    known.forEach(ProcessHandle::destroyForcibly);
    if (!isGoneWithin(DYING, OnInterrupt.GO_ON)) known.forEach(ProcessHandle::destroyForcibly);
  }

  /// What an interrupt means to who waits.
  private enum OnInterrupt {
    GIVE_UP,
    GO_ON
  }

  private boolean isGoneWithin(Duration limit, OnInterrupt onInterrupt) {
    var interrupted = false;
    try {
      for (var left = limit; isAlive(); left = left.minus(STEP)) {
        if (!left.isPositive()) return false;
        try {
          Thread.sleep(STEP);
        } catch (InterruptedException _) {
          interrupted = true;
          if (onInterrupt == OnInterrupt.GIVE_UP) return !isAlive();
        }
      }
      return true;
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  private void lookAround() {
    leader.descendants().forEach(known::add);
    ProcessHandle.allProcesses().filter(this::isOfSession).forEach(known::add);
    known.removeIf(ProcessTree::hasEnded);
  }

  private boolean isOfSession(ProcessHandle process) {
    return ProcessStat.of(process.pid())
        .filter(stat -> stat.session() == leader.pid() || stat.group() == leader.pid())
        .isPresent();
  }

  private boolean isOutsideOfGroup(ProcessHandle process) {
    return ProcessStat.of(process.pid()).filter(stat -> stat.group() == leader.pid()).isEmpty();
  }

  private static boolean hasEnded(ProcessHandle process) {
    return !process.isAlive()
        || ProcessStat.of(process.pid()).filter(ProcessStat::isZombie).isPresent();
  }

  private static boolean startedAt(ProcessHandle process, Instant expected) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(expected, start).abs())
        .filter(difference -> difference.compareTo(START_TOLERANCE) <= 0)
        .isPresent();
  }
}
