package outturn.cli.upkeep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `outturn backup`: the whole database in one file.
@Command(
    name = "backup",
    description = {
      "Write a backup of a server that goes on to work into a new file.",
      "It shows one moment, and has everything but the secrets key (secrets.key in the data folder): keep a copy of that elsewhere."
    },
    footer = {
      "  outturn backup /backups/outturn-2026-11-28.zip",
      "  outturn backup \"/backups/outturn-$(date +%%F).zip\" --json"
    })
public final class BackupCommand extends ServerCommand {
  private static final String MANIFEST = "manifest.json";

  @Parameters(paramLabel = "FILE", description = "the file to write; it must not be there yet")
  private String file = "";

  public BackupCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    var path = environment.resolve(file);
    if (Files.exists(path)) throw refused("%s is there already: name a new file", "");
    var folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder))
      throw refused("%s: there is no such folder", "");
  }

  private CommandFailed refused(String sentence, String why) {
    return why.isEmpty()
        ? new CommandFailed(ExitCode.REFUSED, sentence.formatted(file))
        : new CommandFailed(ExitCode.REFUSED, sentence.formatted(file), why);
  }

  @Override
  protected ExitCode run(Client client) {
    var path = environment.resolve(file);
    // Under another name until it is whole.
    var part = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      client.download(Request.get("backup"), part);
      var written = manifest(part);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      show(written, () -> tell(new Fields(written)));
      return ExitCode.DONE;
    } catch (IOException failure) {
      throw refused("no backup was written to %s", told(failure));
    } finally {
      part.toFile().delete();
    }
  }

  private static String told(IOException failure) {
    var message = String.valueOf(failure.getMessage());
    return failure instanceof FileSystemException file && file.getReason() == null
        ? failure.getClass().getSimpleName() + ": " + message
        : message;
  }

  /// What the file says about itself; its end is there only if it is whole.
  private ObjectNode manifest(Path part) throws IOException {
    try (var zip = new ZipFile(part.toFile())) {
      var entry = zip.getEntry(MANIFEST);
      if (entry == null) throw new IOException("what the server sent is not a backup");
      try (var in = zip.getInputStream(entry)) {
        var manifest = new Fields(Json.read(new String(in.readAllBytes(), UTF_8)).orElseThrow());
        var written = Json.object();
        written.put("file", file);
        written.put("bytes", Files.size(part));
        written.put("taken", manifest.text("taken"));
        written.put("cluster", manifest.text("cluster"));
        written.put("schema", manifest.text("schema"));
        written.put("tables", manifest.list("tables").size());
        written.put(
            "rows",
            manifest.list("tables").stream()
                .mapToLong(table -> table.json().path("rows").asLong(0))
                .sum());
        return written;
      }
    }
  }

  private void tell(Fields written) {
    terminal.line(
        "%s: %s rows of %s tables as at %s, %,d bytes"
            .formatted(
                file,
                written.text("rows"),
                written.text("tables"),
                written.instant("taken").map(times()::at).orElse("?"),
                written.json().path("bytes").asLong(0)));
    terminal.remark("the secrets key is not in it: keep a copy of secrets.key elsewhere");
  }
}
