package outturn.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import outturn.store.backup.BackupFile;
import outturn.store.backup.Manifest;
import outturn.store.backup.NotABackup;
import outturn.store.backup.Restore;
import outturn.store.database.ConnectionSettings;
import outturn.store.embedded.EmbeddedPostgres;
import outturn.store.folder.CannotStart;
import outturn.store.folder.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn restore`: fills an empty database from a backup, while no server runs on it.
@Command(
    name = "restore",
    description = {
      "Fill a new data folder, or an empty database, from a backup.",
      "All or nothing: a file that is damaged is refused before anything changes. What is restored is a copy with an id of its own. It is held until `outturn resume`, and tasks that ran are asked about. The secrets key is not in a backup: put secrets.key into the data folder before the server starts."
    },
    footer = {
      "  outturn restore /backups/outturn-2026-11-28.zip --data /var/lib/outturn",
      "  outturn restore backup.zip --database postgresql://outturn:secret@db.example.org/outturn",
      "  outturn restore backup.zip --check"
    })
public final class RestoreCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "what `outturn backup` wrote")
  String file = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the new data folder (default: $OUTTURN_DATA, or outturn-data in this folder)")
  @Nullable String data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "an outside PostgreSQL with an empty database (default: an embedded one)")
  @Nullable String database;

  @Option(names = "--check", description = "only read the file through, and say what is in it")
  boolean check;

  public RestoreCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (data != null && database != null) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "--data or --database, not both",
          "with --database the rows go there, and the server gets a data folder at its start");
    }
    PlainLog.set();
    try (var backup = BackupFile.open(environment.resolve(file))) {
      tell(backup.manifest());
      if (!check) restore(backup);
      return ExitCode.DONE.number();
    } catch (NotABackup not) {
      throw new CommandFailed(
          ExitCode.REFUSED, "%s %s".formatted(file, not.getMessage()), "nothing was changed");
    } catch (CannotStart cannot) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "the backup cannot be restored here",
          String.valueOf(cannot.getMessage()),
          "nothing was changed");
    } catch (IOException failure) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "the restore failed, and no row was kept",
          String.valueOf(failure.getMessage()));
    }
  }

  private void tell(Manifest manifest) {
    terminal.line(
        "%s is whole: %d rows of %d tables, as at %s, of cluster %s"
            .formatted(
                file,
                manifest.rows(),
                manifest.tables().size(),
                manifest.taken(),
                manifest.cluster()));
  }

  private void restore(BackupFile backup) throws IOException {
    if (database != null) {
      new Restore(backup, ConnectionSettings.parse(database)).run();
      next("it is in the database; start a server with --database and a new data folder");
    } else {
      var folder = folder();
      embedded(backup, folder);
      next("it is in %s".formatted(folder));
    }
  }

  private static void embedded(BackupFile backup, Path path) throws IOException {
    try (var folder = DataFolder.open(path);
        var postgres = EmbeddedPostgres.start(folder)) {
      new Restore(backup, postgres.connection()).run();
    }
  }

  private Path folder() {
    var place = new ServerPlace();
    place.data = data;
    return place.folder(environment);
  }

  private void next(String where) {
    terminal.line(where);
    terminal.line("put the original's secrets.key into the data folder before the server starts,");
    terminal.line("or set the secrets again; then look at it: all is held until outturn resume");
  }
}
