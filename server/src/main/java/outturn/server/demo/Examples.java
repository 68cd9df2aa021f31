package outturn.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The example projects that are built into the program.
final class Examples {
  private static final String PLACE = "/outturn/examples/";

  private Examples() {}

  /// The files of one, by path.
  static Map<String, byte[]> files(String project) {
    try {
      var main = PLACE + project + "/outturn.yaml";
      var uri = Objects.requireNonNull(Examples.class.getResource(main), main).toURI();
      if (!uri.getScheme().equals("jar"))
        return read(Objects.requireNonNull(Path.of(uri).getParent()));
      var jar = URI.create(uri.toString().split("!", 2)[0]);
      try (var inside = FileSystems.newFileSystem(jar, Map.of())) {
        return read(inside.getPath(PLACE + project));
      }
    } catch (IOException | URISyntaxException failure) {
      throw new IllegalStateException("cannot read the example " + project, failure);
    }
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(folder.relativize(file).toString(), bytes(file)));
    }
    return files;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
