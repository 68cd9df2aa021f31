package outturn.tasks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outturn.spi.Log.Stream;
import outturn.spi.TaskType.Result;
import outturn.spi.TaskType.Result.Done;
import outturn.spi.TaskType.Result.Failed;
import outturn.tasks.Attempt;

@Timeout(60)
class ProcessTaskTest {

  private static final ProcessTask TASK =
      new ProcessTask(
          new ProcessTask.Patience(Duration.ofMillis(500), Duration.ofMillis(500)),
          (_, _, _) -> {},
          Guard.start(Guard.Limits.within(Duration.ofHours(1))));

  @TempDir Path folder;

  @Test
  void wordsGoToTheirStreams() throws Exception {
    var attempt = shell("echo good; echo bad >&2; printf 'no newline'");

    assertThat(attempt.run(TASK)).isEqualTo(new Done(Map.of()));
    assertThat(attempt.log.text(Stream.OUT)).isEqualTo("good\nno newline");
    assertThat(attempt.log.text(Stream.ERR)).isEqualTo("bad\n");
  }

  @Test
  void aNonZeroCodeFailsWithTheLastWords() throws Exception {
    var result = shell("seq 1 5000 >&2; exit 3").run(TASK);

    assertThat(result)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(Result.Kind.EXIT);
              assertThat(failed.exitCode()).isEqualTo(3);
              assertThat(failed.message()).startsWith("exit code 3:\n4991\n").endsWith("\n5000");
            });
  }

  @Test
  void aSignalIsNamed() throws Exception {
    var result = shell("kill -9 $$").run(TASK);

    assertThat(result)
        .isEqualTo(
            new Failed(
                Result.Kind.EXIT,
                137,
                "exit code 137 (signal 9); it said nothing on standard error"));
  }

  @Test
  void aScriptOfTheProjectIsFoundByItsPath() throws Exception {
    script("scripts/hello.sh", "#!/bin/sh\necho \"$1 from $PWD\"\n");
    var byInterpreter = command("sh", "scripts/hello.sh", "two words");
    var byItself = command("scripts/hello.sh", "$HOME");

    assertThat(byInterpreter.run(TASK)).isInstanceOf(Done.class);
    assertThat(byItself.run(TASK)).isInstanceOf(Done.class);
    var files = byItself.request.places().files();
    assertThat(byInterpreter.log.text(Stream.OUT)).isEqualTo("two words from " + files + "\n");
    assertThat(byItself.log.text(Stream.OUT)).isEqualTo("$HOME from " + files + "\n");
  }

  @Test
  void aProgramThatCannotStartSaysWhatToDo() throws Exception {
    Files.writeString(script("plain.sh", ""), "echo");
    assertThat(folder.resolve("files/plain.sh").toFile().setExecutable(false)).isTrue();

    assertThat(command("no-such-program").run(TASK))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(Result.Kind.START);
              assertThat(failed.message())
                  .contains("'no-such-program' was not found in PATH=/usr/local/sbin:");
            });
    assertThat(command("scripts/none.sh").run(TASK))
        .isEqualTo(
            Failed.of(
                Result.Kind.START,
                "program 'scripts/none.sh' was not found; a path is relative to the project's folder"));
    assertThat(command("./plain.sh").run(TASK))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.message()).contains("is not executable"));
    var attempt = new Attempt(folder, "process", Map.of(), Map.of());
    assertThatThrownBy(() -> attempt.run(TASK))
        .hasMessageContaining("setting 'command' is missing");
  }

  @Test
  void nothingOfTheServersEnvironmentIsInherited() throws Exception {
    var attempt =
        new Attempt(
            folder,
            "process",
            Map.of("command", List.of("env")),
            Map.of(),
            Map.of("DAY", "2026-03-29", "LANG", "de_DE.UTF-8"));

    assertThat(attempt.run(TASK)).isInstanceOf(Done.class);
    var scratch = attempt.request.places().scratch();
    assertThat(attempt.log.text(Stream.OUT).lines())
        .containsExactlyInAnyOrder(
            "DAY=2026-03-29",
            "LANG=de_DE.UTF-8",
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME=" + scratch,
            "TMPDIR=" + scratch,
            "OUTTURN_FILES=" + attempt.request.places().files(),
            "OUTTURN_SCRATCH=" + scratch,
            "OUTTURN_OUTPUTS=" + scratch.resolve("outturn-outputs"));
  }

  @Test
  void standardInputIsEmpty() throws Exception {
    assertThat(shell("cat").run(TASK)).isInstanceOf(Done.class);
  }

  @Test
  void aLineOfTenMegabytesPassesInPieces() throws Exception {
    var attempt = shell("head -c 10000000 /dev/zero | tr '\\0' x");

    assertThat(attempt.run(TASK)).isInstanceOf(Done.class);
    assertThat(attempt.log.count(Stream.OUT)).isEqualTo(10_000_000);
    assertThat(attempt.log.longest()).isLessThanOrEqualTo(8192);
  }

  @Test
  void outputsComeAsLines() throws Exception {
    var attempt =
        shell(
            "echo visits=17 >> $OUTTURN_OUTPUTS; echo 'regions=[\"north\"]' >> $OUTTURN_OUTPUTS; echo extra=1 >> $OUTTURN_OUTPUTS",
            Map.of("visits", "int", "regions", "list<string>"));

    assertThat(attempt.run(TASK))
        .isEqualTo(new Done(Map.of("visits", 17L, "regions", List.of("north"))));
    assertThat(attempt.log.text(Stream.NOTE)).contains("output 'extra' was not promised");
  }

  @Test
  void outputsComeAsJson() throws Exception {
    var attempt =
        shell(
            "echo '{\"share\": 1, \"last\": \"2026-03-29\", \"all\": {\"a\": [1, null]}}' > $OUTTURN_OUTPUTS",
            Map.of("share", "number", "last", "date", "all", "map"));

    assertThat(attempt.run(TASK))
        .isInstanceOfSatisfying(
            Done.class,
            done ->
                assertThat(done.outputs())
                    .containsEntry("share", 1.0)
                    .containsEntry("last", "2026-03-29")
                    .hasEntrySatisfying(
                        "all", all -> assertThat(all).hasToString("{a=[1, null]}")));
  }

  @Test
  void aPromiseThatIsNotKeptFails() throws Exception {
    var promised = Map.of("visits", "int");

    assertOutputFailure(shell("true", promised), "output 'visits' was promised, but not given");
    assertOutputFailure(
        shell("echo visits=many > $OUTTURN_OUTPUTS", promised),
        "output 'visits' is 'many'; expected int");
    assertOutputFailure(
        shell("echo '{\"visits\": \"17\"}' > $OUTTURN_OUTPUTS", promised),
        "output 'visits' is '17'; expected int");
    assertOutputFailure(
        shell("echo hello > $OUTTURN_OUTPUTS", promised), "has at line 1 no NAME=VALUE");
    assertOutputFailure(
        shell("echo '{\"visits\": ' > $OUTTURN_OUTPUTS", promised),
        "begins with { but is not JSON");
    assertOutputFailure(
        shell("head -c 70000 /dev/zero > $OUTTURN_OUTPUTS", promised),
        "is larger than 65536 bytes");
    assertOutputFailure(
        shell("ln -s /etc/passwd $OUTTURN_OUTPUTS", promised), "is not a plain file");
  }

  private static void assertOutputFailure(Attempt attempt, String message) throws Exception {
    Files.deleteIfExists(attempt.request.places().scratch().resolve("outturn-outputs"));
    assertThat(attempt.run(TASK))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(Result.Kind.OUTPUT);
              assertThat(failed.message()).contains(message);
            });
  }

  private Path script(String name, String text) throws IOException {
    var file = folder.resolve("files").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Attempt command(String... words) {
    return new Attempt(folder, "process", Map.of("command", List.of(words)), Map.of());
  }

  private Attempt shell(String line) {
    return shell(line, Map.of());
  }

  private Attempt shell(String line, Map<String, String> promised) {
    return new Attempt(folder, "process", Map.of("shell", line), promised);
  }
}
