package outturn.tasks.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LaunchTest {
  private static final Path SHELL = Path.of("/bin/sh");

  @TempDir Path folder;

  @Test
  void bothWaysStartTheSame() throws Exception {
    var line =
        """
        echo "$WORD ${HOME-none} $PWD"
        cut -d " " -f 6 /proc/$$/stat; echo $$
        cat
        echo bad >&2
        exit 3
        """;
    for (var process : List.of(shell(line).start(), shell(line).byJava())) {
      var pid = process.pid();

      assertThat(text(process))
          .isEqualTo("a word none %s\n%d\n%d\n".formatted(folder.toRealPath(), pid, pid));
      assertThat(process.getErrorStream().readAllBytes()).asString(UTF_8).isEqualTo("bad\n");
      assertThat(process.waitFor()).isEqualTo(3);
      assertThat(process.exitValue()).isEqualTo(3);
      assertThat(process.isAlive()).isFalse();
    }
  }

  @Test
  void nothingOfTheServerIsLeftOpenOrBlocked() throws Exception {
    var open = shell("sleep 1 & ls /proc/$!/fd; kill $!").start();
    var signals = shell("grep -E '^Sig(Blk|Ign)' /proc/self/status").start();

    assertThat(text(open)).isEqualTo("0\n1\n2\n");
    // The last eight digits: the C library keeps two signals to itself.
    assertThat(text(signals).lines())
        .hasSize(2)
        .allMatch(line -> line.endsWith("00000000") || line.endsWith("80000000"));
  }

  @Test
  void aScriptThatNamesNoProgramIsOneForTheShell() throws Exception {
    var script = folder.resolve("hello");
    Files.writeString(script, "echo \"$1 from $0\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    var process = new Launch(script, List.of("hello", "two words"), Map.of(), folder).start();

    assertThat(text(process)).isEqualTo("two words from %s\n".formatted(script));
  }

  @Test
  void aProcessThatWasKilledSaysByWhat() throws Exception {
    var process = shell("kill -TERM $$; sleep 5").start();

    assertThat(process.waitFor()).isEqualTo(128 + Signals.TERM);
  }

  @Test
  void aProcessCanBeEnded() throws Exception {
    var process = shell("exec sleep 60").start();
    assertThat(process.isAlive()).isTrue();

    process.destroy();

    assertThat(process.waitFor()).isEqualTo(128 + Signals.TERM);
  }

  @Test
  void whatTheHostRefusesIsToldInItsWords() {
    var long200k = new Launch(SHELL, List.of("sh", "x".repeat(200_000)), Map.of(), folder);
    var elsewhere = new Launch(SHELL, List.of("sh"), Map.of(), folder.resolve("absent"));
    var nul = new Launch(SHELL, List.of("sh"), Map.of("WORD", "a\0b"), folder);

    assertThatThrownBy(long200k::start)
        .isInstanceOf(IOException.class)
        .hasMessage("Argument list too long");
    assertThatThrownBy(elsewhere::start).hasMessage("No such file or directory");
    assertThatThrownBy(nul::start)
        .hasMessage("the command and its environment cannot hold the character NUL");
  }

  private Launch shell(String line) {
    return new Launch(SHELL, List.of("sh", "-c", line), Map.of("WORD", "a word"), folder);
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
