package outturn.definition.project;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The files of a project: bytes by path from the project's root, with `/`.
public final class ProjectFiles {
  private final Map<String, byte[]> files;

  /// @param files not to be changed afterwards
  public ProjectFiles(Map<String, byte[]> files) {
    this.files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  public List<String> paths() {
    return List.copyOf(files.keySet());
  }

  public boolean has(String path) {
    return files.containsKey(path);
  }

  public Optional<byte[]> bytes(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  /// A file as UTF-8 text.
  public Optional<String> text(String path) {
    return Optional.ofNullable(files.get(path))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /// The bytes themselves, not a copy.
  Map<String, byte[]> contents() {
    return files;
  }

  /// SHA-256 of a file, in hexadecimal.
  public Optional<String> hash(String path) {
    return Optional.ofNullable(files.get(path))
        .map(bytes -> HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  /// SHA-256 over all paths and contents, in hexadecimal: equal projects have equal hashes.
  public String hash() {
    var digest = sha256();
    files.forEach((path, bytes) -> {
      digest.update("%s\n%d\n".formatted(path, bytes.length).getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
