package outturn.server.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import outturn.store.folder.DataFolder;
import tools.jackson.databind.JsonNode;

/// A data folder for tests, whose PostgreSQL has its programs from `target`, since to unpack them
/// takes longer than to start a server.
public record Place(Path folder) {
  private static final Path PROGRAMS =
      Path.of(System.getProperty("outturn.root"), "target", "postgres");

  public static Place fresh() {
    try {
      return in(Files.createTempDirectory("outturn-proof-"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// One in an empty folder that is there.
  public static Place in(Path folder) {
    try {
      var place = new Place(folder.resolve("data"));
      Files.createDirectories(PROGRAMS);
      try (var data = DataFolder.open(place.folder())) {
        Files.createSymbolicLink(data.postgres().resolve("programs"), PROGRAMS);
      }
      return place;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// What the running server says about itself.
  public JsonNode announced() {
    return Api.JSON.readTree(text("server.json"));
  }

  public boolean isAnnounced() {
    return Files.exists(folder.resolve("server.json"));
  }

  /// The API of the server that runs here, for its administrator.
  public Api api() {
    return new Api(announced().path("url").asString(), text("admin-token").strip());
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public void remove() {
    try (var all = Files.walk(folder.getParent())) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
