package outturn.server.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectReader;
import outturn.definition.project.ProjectReading;
import outturn.definition.text.Problem;

/// The folder `examples` of the checkout.
final class Examples {
  static final Path ROOT = Path.of(System.getProperty("outturn.root", "..")).toAbsolutePath();

  private static final Path FOLDER = ROOT.resolve("examples");

  private Examples() {}

  static Path folder(String name) {
    return FOLDER.resolve(name);
  }

  static ProjectReading read(String name) {
    return ProjectReader.read(folder(name));
  }

  static Project project(String name) {
    var reading = read(name);
    return reading.project().orElseThrow(() -> new AssertionError(told(reading)));
  }

  static String told(ProjectReading reading) {
    return reading.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  static List<String> names() {
    try (var folders = Files.list(FOLDER)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// One column of a file of numbers; lines that do not begin with a digit are headings.
  static double[] column(Path file, int column) {
    return text(file)
        .lines()
        .filter(line -> Character.isDigit(line.charAt(0)))
        .mapToDouble(line -> Double.parseDouble(Arrays.asList(line.split(",", -1)).get(column)))
        .toArray();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
