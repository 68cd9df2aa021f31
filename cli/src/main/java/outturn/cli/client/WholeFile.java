package outturn.cli.client;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;

/// A file that the user named for what the server answers: it is replaced when its successor is
/// whole.
public final class WholeFile {
  private WholeFile() {}

  /// @param file as the user wrote it
  /// @return how many bytes it has
  public static long download(
      Client client, Request request, Environment environment, String file) {
    var path = environment.resolve(file);
    var folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(path)) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "%s: %s"
              .formatted(
                  file, Files.isDirectory(path) ? "this is a folder" : "there is no such folder"),
          "name a file in a folder that is there");
    }
    // Under another name until it is whole.
    var part = path.resolveSibling(path.getFileName() + ".part");
    try {
      client.download(request, part);
      long bytes = Files.size(part);
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
      return bytes;
    } catch (IOException failure) {
      throw new CommandFailed(
          ExitCode.REFUSED, "%s was not written: %s".formatted(file, told(failure)));
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
}
