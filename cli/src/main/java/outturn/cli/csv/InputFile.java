package outturn.cli.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;

/// What stands in a file that the user named.
public final class InputFile {
  private InputFile() {}

  /// @param file as the user wrote it
  /// @param expected for who named another
  public static byte[] bytes(Environment environment, String file, String expected) {
    try {
      var path = environment.resolve(file);
      if (Files.isDirectory(path)) throw unreadable(file, "it is a folder", expected);
      return Files.readAllBytes(path);
    } catch (NoSuchFileException absent) {
      throw unreadable(file, "there is no such file", expected);
    } catch (IOException | IllegalArgumentException broken) {
      throw unreadable(file, "cannot read it: " + broken.getMessage(), expected);
    }
  }

  private static CommandFailed unreadable(String file, String why, String expected) {
    return InputRefused.at(new Place(file, 0), Fault.UNREADABLE, why, "expected " + expected);
  }
}
