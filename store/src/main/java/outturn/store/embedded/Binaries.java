package outturn.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.tukaani.xz.XZInputStream;
import outturn.store.folder.CannotStart;

/// The programs of one version of PostgreSQL, unpacked from the archive in this program.
record Binaries(Path home, String version) {
  /// Unpacks into a folder of the cache named by version and platform, unless it is there already.
  /// Two processes may do so at once: each unpacks aside, and the first to finish wins.
  static Binaries unpack(Path cache) {
    var version = packedVersion();
    var home = cache.resolve(version + "-" + platform());
    try {
      if (!Files.isDirectory(home)) {
        Files.createDirectories(cache);
        unpackAside(cache, home);
      }
      // As the system tells of a running program, whatever links lead here.
      return new Binaries(home.toRealPath(), version);
    } catch (IOException e) {
      throw new CannotStart("cannot unpack PostgreSQL into %s: %s".formatted(cache, e), e);
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  private static void unpackAside(Path cache, Path home) throws IOException {
    var aside = Files.createTempDirectory(cache, "unpacking-");
    try (var packed = Binaries.class.getResourceAsStream("/postgres-" + platform() + ".txz")) {
      if (packed == null) {
        throw new CannotStart(
            "this build of Outturn has no PostgreSQL for %s: give the address of a PostgreSQL server with --database"
                .formatted(platform()));
      }
      Tar.unpack(new XZInputStream(packed), aside);
      Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
    } finally {
      FolderTree.remove(aside);
    }
  }

  // The names of the archives: postgres-linux-x86_64.txz, postgres-darwin-arm_64.txz.
  private static String platform() {
    var system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : "linux";
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> system + "-x86_64";
      case "aarch64" -> system + "-arm_64";
      case String other -> system + "-" + other;
    };
  }

  private static String packedVersion() {
    try (var in = Binaries.class.getResourceAsStream("postgres.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
