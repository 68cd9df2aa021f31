package outturn.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Unpacks a tar stream of files, folders and symbolic links: the ustar format of POSIX.1-1988, as
/// the PostgreSQL archives have it.
final class Tar {
  private static final int BLOCK = 512;

  private final InputStream in;
  private final Path target;

  private Tar(InputStream in, Path target) {
    this.in = in;
    this.target = target;
  }

  static void unpack(InputStream in, Path target) throws IOException {
    new Tar(in, target).unpack();
  }

  private void unpack() throws IOException {
    for (var header = block(); header[0] != 0; header = block()) {
      var prefix = text(header, 345, 155);
      var name = prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
      var path = inside(name);
      switch (header[156]) {
        case '5' -> Files.createDirectories(path);
        case '2' -> Files.createSymbolicLink(parentMade(path), Path.of(text(header, 157, 100)));
        case '0', 0 -> file(parentMade(path), number(header, 124, 12), number(header, 100, 8));
        default ->
            throw new IOException(
                "%s: unexpected kind of tar entry '%c'".formatted(name, header[156]));
      }
    }
  }

  private void file(Path path, long size, long mode) throws IOException {
    try (var out = Files.newOutputStream(path)) {
      var buffer = new byte[BLOCK * 128];
      for (var left = size; left > 0; ) {
        var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException("tar ends inside of " + path);
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    var mayRun = (mode & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(mayRun ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private Path inside(String name) throws IOException {
    var path = target.resolve(name).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("tar entry leaves its folder: " + name);
    }
    return path;
  }

  private static Path parentMade(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    return path;
  }

  private byte[] block() throws IOException {
    var block = in.readNBytes(BLOCK);
    if (block.length < BLOCK) {
      throw new EOFException("tar ends without its closing block");
    }
    return block;
  }

  private static String text(byte[] header, int from, int length) {
    var end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, UTF_8);
  }

  private static long number(byte[] header, int from, int length) {
    return Long.parseLong(text(header, from, length).strip(), 8);
  }
}
