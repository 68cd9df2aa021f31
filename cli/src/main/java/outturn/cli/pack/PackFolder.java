package outturn.cli.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.definition.project.ProjectReader;

/// The folder of a project that gets a file more, if it is right with it.
final class PackFolder {
  private final Path folder;
  private final String shown;

  /// @param shown as the user wrote it
  PackFolder(Environment environment, String shown) {
    this.folder = environment.resolve(shown).toAbsolutePath().normalize();
    this.shown = shown;
  }

  /// Writes a new file, and the project's own if it has none; takes both away again if the project
  /// is not right with them.
  ///
  /// @return the file, for people
  String write(String name, String text) {
    var file = folder.resolve(name);
    if (Files.exists(file)) {
      throw refused(
          "%s is there already".formatted(place(name)), "name another folder, or move it away");
    }
    var written = new ArrayList<Path>();
    try {
      make(written);
      add(folder.resolve(ProjectReader.MAIN_FILE), project(), written);
      add(file, text, written);
    } catch (IOException failure) {
      takeAway(written);
      throw refused("%s cannot be written: %s".formatted(place(name), failure), "");
    }
    var problems = ProjectReader.read(folder).problems();
    if (problems.isEmpty()) return place(name);
    takeAway(written);
    throw refused(
        "the project in %s is not right with it".formatted(shown),
        problems.stream().map(Object::toString).toArray(String[]::new));
  }

  private void make(List<Path> written) throws IOException {
    if (Files.isDirectory(folder)) return;
    Files.createDirectories(folder);
    written.add(folder);
  }

  private static void add(Path file, String text, List<Path> written) throws IOException {
    if (Files.exists(file)) return;
    Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE_NEW);
    written.add(file);
  }

  /// The latest first, so that a folder is empty when its turn comes.
  private void takeAway(List<Path> written) {
    for (var path : written.reversed()) {
      try {
        Files.delete(path);
      } catch (IOException failure) {
        throw new CommandFailed(
            ExitCode.REFUSED, "%s cannot be taken away again: %s".formatted(path, failure));
      }
    }
  }

  private String project() {
    var last = folder.getFileName() == null ? "" : folder.getFileName().toString();
    var name =
        last.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    return "kind: project\nname: %s\n".formatted(name.isEmpty() ? "measures" : name);
  }

  private String place(String name) {
    return Path.of(shown, name).toString();
  }

  private static CommandFailed refused(String sentence, String... hints) {
    return new CommandFailed(ExitCode.REFUSED, "nothing was written: " + sentence, hints);
  }
}
