package outturn.tasks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outturn.spi.Log.Stream;
import outturn.spi.TaskType.Result.Done;
import outturn.spi.TaskType.Result.Failed;
import outturn.tasks.Attempt;

/// How processes are ended. Scripts write the numbers of their processes into the file `pids`, and
/// the word `ready` to standard output.
@Timeout(60)
class ProcessEndTest {

  private static final ProcessTask.Patience SHORT =
      new ProcessTask.Patience(Duration.ofMillis(700), Duration.ofMillis(500));

  private static final Guard GUARD = Guard.start(Guard.Limits.within(Duration.ofHours(1)));

  @TempDir Path folder;

  @BeforeEach
  void needsSetsid() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "this host has no setsid");
  }

  @Test
  void anInterruptAsksPolitelyFirst() throws Exception {
    var attempt =
        interrupt(
            "trap 'echo tidied; exit 0' TERM; echo $$ >> $HOME/pids; touch $HOME/ready; while :; do sleep 0.05; done");

    assertThat(attempt.log.text(Stream.OUT)).contains("tidied");
    assertAllGone(1);
  }

  @Test
  void whatDoesNotListenIsKilled() throws Exception {
    interrupt(
        "trap '' TERM; echo $$ >> $HOME/pids; touch $HOME/ready; while :; do sleep 0.05; done");

    assertAllGone(1);
  }

  @Test
  void orphansAndTheirChildrenAreEndedToo() throws Exception {
    interrupt(
        """
        (sh -c 'trap "" TERM; echo $$ >> $HOME/pids; sleep 300 & echo $! >> $HOME/pids; wait' &)
        setsid sh -c 'echo $$ >> $HOME/pids; sleep 300' &
        while [ "$(cat $HOME/pids | wc -l)" -lt 3 ]; do sleep 0.05; done
        touch $HOME/ready
        sleep 300
        """);

    assertAllGone(3);
  }

  @Test
  void whatAProcessLeavesRunningIsEndedWithANote() throws Exception {
    var attempt = shell("sleep 300 & echo $! > $HOME/pids; echo finished");

    assertThat(attempt.run(task((_, _, _) -> {}))).isEqualTo(new Done(Map.of()));
    assertThat(attempt.log.text(Stream.OUT)).isEqualTo("finished\n");
    assertThat(attempt.log.text(Stream.NOTE)).contains("left others running");
    assertAllGone(1);
  }

  @Test
  void theLastWordsOfAChildThatEndsSoonAreKept() throws Exception {
    var attempt = shell("(sleep 0.2; echo late) & echo early");

    assertThat(attempt.run(task((_, _, _) -> {}))).isEqualTo(new Done(Map.of()));
    assertThat(attempt.log.text(Stream.NOTE)).isEmpty();
  }

  @Test
  void aDaemonThatHoldsTheOutputDoesNotHoldTheAttempt() throws Exception {
    var attempt =
        shell(
            "setsid sh -c 'echo $$ > $HOME/pids; exec sleep 300' & while [ ! -s $HOME/pids ]; do sleep 0.05; done");
    try {
      assertThat(attempt.run(task((_, _, _) -> {}))).isEqualTo(new Done(Map.of()));
      assertThat(attempt.log.text(Stream.NOTE)).contains("still holds its output");
    } finally {
      pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
  }

  @Test
  void theLedgerHearsOfTheGroupAndCanEndItLater() throws Exception {
    var pid = new AtomicLong();
    var startedAt = new AtomicReference<Instant>();
    var heard = new CountDownLatch(1);
    var attempt = shell("(sleep 300 & echo $! >> $HOME/pids); echo $$ >> $HOME/pids; sleep 300");
    var task =
        task((request, number, at) -> {
          assertThat(request).isSameAs(attempt.request);
          pid.set(number);
          startedAt.set(at);
          heard.countDown();
        });
    var result = new FutureTask<>(() -> attempt.run(task));
    Thread.ofVirtual().start(result);
    heard.await();
    while (pids().size() < 2) Thread.sleep(20);

    assertThat(pids()).contains(pid.get());
    assertThat(ProcessTree.killSurvivor(pid.get(), startedAt.get().minusSeconds(60))).isFalse();
    assertThat(ProcessHandle.of(pid.get())).isPresent();
    assertThat(ProcessTree.killSurvivor(pid.get(), startedAt.get())).isTrue();
    assertAllGone(2);
    assertThat(ProcessTree.killSurvivor(pid.get(), startedAt.get())).isFalse();
    assertThat(result.get())
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.exitCode()).isEqualTo(128 + Signals.KILL));
  }

  @Test
  void aLedgerThatCannotWriteEndsTheProcess() throws Exception {
    var attempt = shell("echo $$ > $HOME/pids; sleep 300");
    var task =
        task((_, _, _) -> {
          awaitPids();
          throw new IllegalStateException("disk full");
        });

    assertThatThrownBy(() -> attempt.run(task)).hasMessage("disk full");
    assertAllGone(1);
  }

  private Attempt interrupt(String line) throws Exception {
    var attempt = shell(line);
    var ready = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() -> {
          while (Files.notExists(folder.resolve("scratch/ready"))) sleep();
          ready.countDown();
        });
    attempt.runAndInterrupt(task((_, _, _) -> {}), ready);
    return attempt;
  }

  private ProcessTask task(Started started) {
    return new ProcessTask(SHORT, started, GUARD);
  }

  private Attempt shell(String line) {
    return new Attempt(folder, "process", Map.of("shell", line), Map.of());
  }

  private void assertAllGone(int count) throws IOException {
    assertThat(pids()).hasSize(count);
    for (var pid : pids()) {
      var running = ProcessStat.of(pid).filter(stat -> !stat.isZombie());
      assertThat(running).as("process %d", pid).isEmpty();
    }
  }

  private List<Long> pids() throws IOException {
    var file = folder.resolve("scratch/pids");
    if (Files.notExists(file)) return List.of();
    return Files.readAllLines(file).stream().map(Long::valueOf).toList();
  }

  private void awaitPids() {
    while (folder.resolve("scratch/pids").toFile().length() == 0) sleep();
  }

  private static void sleep() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
