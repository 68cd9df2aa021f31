package outturn.outcome.datapackage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The files of a data package, texts in UTF-8 by their paths, and the zip that they travel in.
///
/// Equal files make equal zips: in the order of their paths, at one time, and not compressed, since
/// compressors differ.
public record PackageFiles(SortedMap<String, String> texts) {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int MOST_FILES = 2_000;
  private static final int MOST_BYTES = 256 << 20;

  public PackageFiles {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  public PackageFiles(Map<String, String> texts) {
    this(new TreeMap<>(texts));
  }

  public Optional<String> find(String path) {
    return Optional.ofNullable(texts.get(path));
  }

  /// @throws Unreadable when there is no such file
  public String text(String path) {
    return find(path)
        .orElseThrow(() -> new Unreadable("%s: there is no such file in it".formatted(path)));
  }

  public byte[] zip() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, UTF_8)) {
      for (var each : texts.entrySet()) add(zip, each.getKey(), each.getValue().getBytes(UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
    var entry = new ZipEntry(path);
    entry.setTimeLocal(TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    var sum = new CRC32();
    sum.update(content);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /// @throws Unreadable when it is no zip of texts, when a path comes twice, or when it is too big
  public static PackageFiles ofZip(byte[] bytes) {
    var texts = new TreeMap<String, String>();
    long left = MOST_BYTES;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) continue;
        var content = zip.readNBytes((int) left + 1);
        left -= content.length;
        if (left < 0 || texts.size() == MOST_FILES) {
          throw new Unreadable(
              "it is too big: expected %,d files and %,d bytes at most"
                  .formatted(MOST_FILES, MOST_BYTES));
        }
        if (texts.put(entry.getName(), text(entry.getName(), content)) != null) {
          throw new Unreadable(entry.getName() + ": this file is in it twice");
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new Unreadable("it is a broken zip: " + broken.getMessage());
    }
    if (texts.isEmpty()) throw new Unreadable("it is no zip, or an empty one");
    return new PackageFiles(texts);
  }

  private static String text(String path, byte[] content) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException _) {
      throw new Unreadable(path + ": it is not text in UTF-8");
    }
  }
}
