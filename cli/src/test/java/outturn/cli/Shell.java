package outturn.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import outturn.cli.terminal.Terminal.Ability;

/// Runs commands at noon of 23 November 2026 in London, and keeps what they print.
public final class Shell {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Map<String, String> variables = new HashMap<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Runnable> atCtrlC = new ArrayList<>();
  private final Set<Ability> abilities = EnumSet.of(Ability.SIGNS);
  private Path folder = Path.of("/nonexistent");
  private int columns = 120;
  private String input = "";

  /// What came of a command.
  public record Result(int code, String out, String err) {}

  /// A shell without a server.
  public Shell() {}

  /// A shell that knows a server and the token `t0ken`.
  public Shell(FakeServer server) {
    set("OUTTURN_SERVER", server.url());
    set("OUTTURN_TOKEN", "t0ken");
  }

  public Shell set(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public Shell in(Path newFolder) {
    folder = newFolder;
    return this;
  }

  public Shell columns(int newColumns) {
    columns = newColumns;
    return this;
  }

  public Shell with(Ability ability) {
    abilities.add(ability);
    return this;
  }

  public Shell without(Ability ability) {
    abilities.remove(ability);
    return this;
  }

  /// What the next commands find on standard input.
  public Shell input(String text) {
    input = text;
    return this;
  }

  /// What the last command says when it is ended by Ctrl-C.
  public String pressCtrlC() {
    err.reset();
    atCtrlC.forEach(Runnable::run);
    return err.toString(UTF_8);
  }

  public Result run(String... arguments) {
    var out = new ByteArrayOutputStream();
    err.reset();
    var code = outturn(out, err).run(arguments);
    return new Result(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  public Outturn outturn(ByteArrayOutputStream out, ByteArrayOutputStream err, Object... more) {
    atCtrlC.clear();
    var terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            columns,
            abilities);
    var environment =
        new Environment(
            variables,
            folder,
            folder.resolve("home"),
            InstantSource.fixed(NOON),
            ZoneId.of("Europe/London"),
            saying -> {
              atCtrlC.add(saying);
              return new Thread(() -> {});
            });
    return new Outturn(terminal, environment, more);
  }
}
