package outturn.server.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import outturn.bench.BenchCommand;
import outturn.cli.Outturn;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import outturn.server.RestoreCommand;
import outturn.server.ServerCommand;

/// The command line in this process, for the server in a data folder; its output is a pipe.
public record Shell(Place place) {

  /// What a command printed, and its exit code.
  public record Said(int code, String out, String err) {}

  public Said run(String... command) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream(),
            Terminal.UNLIMITED,
            Set.of());
    var environment =
        new Environment(
            Map.of("OUTTURN_DATA", place.folder().toString()),
            Path.of("").toAbsolutePath(),
            place.folder(),
            InstantSource.system(),
            ZoneOffset.UTC,
            Thread.ofPlatform().factory());
    var outturn =
        new Outturn(
            terminal,
            environment,
            new ServerCommand(terminal, environment),
            new RestoreCommand(terminal, environment),
            BenchCommand.with(terminal, environment));
    var code = outturn.run(command);
    return new Said(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
