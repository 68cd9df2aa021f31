package outturn.store.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A backup on disk that was read through and found whole.
public final class BackupFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int LARGEST_MANIFEST = 16 << 20;

  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /// Reads all of it, and compares every table with the manifest.
  ///
  /// @throws NotABackup when it is something else, is damaged, or ends too early
  public static BackupFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) throw new NotABackup("is not there, or is not a file");
    try {
      var zip = new ZipFile(path.toFile());
      try {
        var file = new BackupFile(zip, manifest(zip));
        for (var table : file.manifest.tables()) file.check(table);
        return file;
      } catch (IOException | RuntimeException damaged) {
        zip.close();
        throw damaged;
      }
    } catch (ZipException | EOFException damaged) {
      throw new NotABackup(
          "is not a backup, is damaged, or ends too early (%s)".formatted(damaged.getMessage()));
    }
  }

  private static Manifest manifest(ZipFile zip) throws IOException {
    var entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) throw new NotABackup("has no %s: not a backup".formatted(Manifest.ENTRY));
    try (var in = zip.getInputStream(entry)) {
      var json = in.readNBytes(LARGEST_MANIFEST);
      var crc = new CRC32();
      crc.update(json);
      if (crc.getValue() != entry.getCrc()) {
        throw new NotABackup("has a damaged " + Manifest.ENTRY);
      }
      return Manifest.read(json);
    }
  }

  private void check(Manifest.Table table) throws IOException {
    var digest = Snapshot.sha256();
    try (var in = new DigestInputStream(rows(table), digest)) {
      var buffer = new byte[BUFFER];
      while (in.read(buffer) >= 0) {
        // The digest has seen it.
      }
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
      throw new NotABackup("is damaged in " + table.entry());
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  /// The rows of a table as `copy … from stdin` takes them.
  InputStream rows(Manifest.Table table) throws IOException {
    ZipEntry entry = zip.getEntry(table.entry());
    if (entry == null) throw new NotABackup("has no " + table.entry());
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
