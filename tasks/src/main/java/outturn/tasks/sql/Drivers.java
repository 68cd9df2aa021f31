package outturn.tasks.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;

/// The JDBC drivers of the class path and of the jars in a folder, as they were at the start.
final class Drivers implements AutoCloseable {

  private final Path folder;
  private final URLClassLoader loader;
  private final List<Driver> drivers;

  private Drivers(Path folder, URLClassLoader loader) {
    this.folder = folder;
    this.loader = loader;
    this.drivers =
        ServiceLoader.load(Driver.class, loader).stream().map(ServiceLoader.Provider::get).toList();
  }

  /// @param folder may be absent
  static Drivers in(Path folder) {
    var parent = Drivers.class.getClassLoader();
    return new Drivers(folder, new URLClassLoader("drivers", jars(folder), parent));
  }

  /// The driver for an address, or what to do about its absence.
  Driver forUrl(String url) {
    return drivers.stream()
        .filter(driver -> accepts(driver, url))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no driver for %s; put its jar into %s and start the server again"
                    .formatted(kind(url), folder)));
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  /// The part of an address that names the kind of database, and holds no secrets.
  static String kind(String url) {
    var parts = url.split(":", 3);
    return parts.length < 3
        ? "an address that is not of the form jdbc:KIND:…"
        : parts[0] + ":" + parts[1];
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException _) {
      return false;
    }
  }

  private static URL[] jars(Path folder) {
    if (!Files.isDirectory(folder)) return new URL[0];
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .map(Drivers::url)
          .toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
