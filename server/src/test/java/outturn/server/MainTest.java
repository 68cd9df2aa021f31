package outturn.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theVersionIsOneLine() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("outturn ").hasLineCount(1);
  }

  @Test
  void noArgumentsShowTheHelp() {
    assertThat(run()).isZero();
    assertThat(out.toString(UTF_8)).contains("Usage: outturn");
  }

  @Test
  void anUnknownCommandIsRefusedOnTheErrorStream() {
    assertThat(run("rnu")).isEqualTo(2);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8)).contains("unknown command 'rnu'");
  }

  private int run(String... arguments) {
    var terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream(),
            Terminal.UNLIMITED,
            Set.of());
    return Main.run(terminal, Environment.ofSystem(Thread.ofPlatform().factory()), arguments);
  }
}
