package outturn.tasks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outturn.spi.Log.Stream;
import outturn.tasks.Attempt;

/// Tokens are random, as those of attempts are: a guard looks at all processes of this host.
@Timeout(60)
class GuardTest {
  private static final Guard.Limits PATIENT =
      new Guard.Limits(Duration.ofHours(1), Duration.ofSeconds(1));
  private static final Guard.Limits HASTY =
      new Guard.Limits(Duration.ofSeconds(2), Duration.ofSeconds(1));
  private static final String TOKEN = "-8101834512398471123";
  private static final String OTHER = "-810183451239847112";

  private final List<Process> started = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void needsProc() {
    assumeTrue(Files.exists(Path.of("/proc/self/stat")), "this host has no /proc");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "this host has no setsid");
  }

  @AfterEach
  void end() {
    for (var process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /// A shell and its child, in a session of their own.
  private Process sleeper(String token) throws IOException {
    var builder = new ProcessBuilder("/usr/bin/setsid", "sh", "-c", "sleep 300 & sleep 300; true");
    builder.environment().clear();
    if (!token.isEmpty()) builder.environment().put(Guard.TOKEN, token);
    var process = builder.start();
    started.add(process);
    while (process.children().count() < 2) Thread.onSpinWait();
    return process;
  }

  @Test
  void atTheEndOfItsServerAGuardEndsAllThatWasStartedAndNotEnded() throws Exception {
    var guard = Guard.start(PATIENT);
    var left = sleeper(TOKEN);
    var grandchildren = left.descendants().toList();
    var over = sleeper(OTHER);
    guard.starting(TOKEN).started(left.pid());
    try (var child = guard.starting(OTHER)) {
      child.started(over.pid());
    }

    guard.close();

    left.waitFor();
    assertThat(grandchildren).hasSize(2);
    for (var each : grandchildren) each.onExit().join();
    assertThat(over.isAlive()).isTrue();
  }

  @Test
  void aChildThatClearedItsEnvironmentIsKnownByItsStart() throws Exception {
    var left = sleeper("");
    try (var guard = Guard.start(PATIENT)) {
      guard.starting(TOKEN).started(left.pid());
    }

    left.waitFor();
  }

  @Test
  void aChildThatWasJustBeingStartedIsKnownByItsToken() throws Exception {
    var left = sleeper(TOKEN);
    var stranger = sleeper(OTHER);
    try (var guard = Guard.start(PATIENT)) {
      guard.starting(TOKEN);
    }

    left.waitFor();
    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void aProcessThatGotTheNumberOfAnEndedOneIsSpared() throws Exception {
    var stranger = sleeper("");
    var left = sleeper(TOKEN);
    try (var guard = Guard.start(PATIENT)) {
      var child = guard.starting(OTHER);
      child.started(stranger.pid(), ProcessStat.of(stranger.pid()).orElseThrow().birth() - 1);
      guard.starting(TOKEN).started(left.pid());
    }

    left.waitFor();
    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void whatDoesNotListenIsKilled() throws Exception {
    var builder =
        new ProcessBuilder(
            "/usr/bin/setsid", "sh", "-c", "trap '' TERM; sleep 300 & while :; do sleep 1; done");
    builder.environment().put(Guard.TOKEN, TOKEN);
    var left = builder.start();
    started.add(left);
    while (left.children().count() < 2) Thread.onSpinWait();
    try (var guard = Guard.start(PATIENT)) {
      guard.starting(TOKEN).started(left.pid());
    }

    left.waitFor();
  }

  @Test
  void aSilentServerLosesItsChildrenAndTheirAttempts() {
    var guard = Guard.start(HASTY);
    var attempt =
        new Attempt(
            folder,
            "process",
            Map.of("shell", "trap 'exit 0' TERM; sleep 300 & wait"),
            Map.of(),
            Map.of(Guard.TOKEN, TOKEN));
    var task = new ProcessTask(ProcessTask.Patience.USUAL, (_, _, _) -> {}, guard);

    assertThatThrownBy(() -> attempt.run(task)).isInstanceOf(InterruptedException.class);
    assertThat(attempt.log.text(Stream.NOTE)).contains("this server was silent for too long");
    guard.close();
  }

  @Test
  void afterItHasStruckAnotherGuardsWhatIsStartedThen() throws Exception {
    var guard = Guard.start(HASTY);
    var first = sleeper(TOKEN);
    guard.starting(TOKEN).started(first.pid());
    first.waitFor();
    guard.beat();
    var second = sleeper(OTHER);
    guard.starting(OTHER).started(second.pid());

    second.waitFor();
    guard.close();
  }

  @Test
  void aGuardThatIsKilledIsReplacedByTheNextBeat() throws Exception {
    var guard = Guard.start(PATIENT);
    var left = sleeper(TOKEN);
    guard.starting(TOKEN).started(left.pid());
    guard.process().destroyForcibly().waitFor();
    guard.beat();
    assertThat(guard.process().isAlive()).isTrue();

    guard.close();

    left.waitFor();
    assertThat(guard.process().isAlive()).isFalse();
  }

  @Test
  void aGuardThatHearsBeatsOutlivesAnotherThatHearsNone() throws Exception {
    var guard = Guard.start(HASTY);
    var left = sleeper(TOKEN);
    guard.starting(TOKEN).started(left.pid());
    var stop = new AtomicBoolean();
    var beats =
        Thread.ofVirtual()
            .start(() -> {
              while (!stop.get()) guard.beat();
            });
    for (int round = 0; round < 2; round++) {
      var unheard = sleeper(OTHER);
      var other = Guard.start(HASTY);
      other.starting(OTHER).started(unheard.pid());
      unheard.waitFor();
      other.close();
    }
    assertThat(left.isAlive()).isTrue();

    stop.set(true);
    beats.join();

    left.waitFor();
    guard.close();
  }
}
