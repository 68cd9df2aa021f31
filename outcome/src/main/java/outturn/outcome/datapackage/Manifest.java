package outturn.outcome.datapackage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import outturn.outcome.terms.Sha256;

/// What a data package says of itself.
///
/// @param format [#FORMAT]
/// @param outturn the version of the server that made it
/// @param outcome its name
/// @param kept the evidence that it is about; empty where nothing is kept
/// @param files SHA-256 of every other file, in hexadecimal, by its path
public record Manifest(
    String format, String outturn, String outcome, Optional<Kept> kept, Map<String, String> files) {
  public static final String PATH = "manifest.json";
  public static final String FORMAT = "outturn-data-package/1";

  public Manifest {
    files = Map.copyOf(files);
  }

  /// Evidence that was kept.
  ///
  /// @param hash of its text, which people sign
  public record Kept(int version, String hash) {}

  /// Of files that are all but the manifest.
  public static Manifest of(
      String outturn, String outcome, Optional<Kept> kept, PackageFiles files) {
    var hashes = new TreeMap<String, String>();
    files.texts().forEach((path, text) -> hashes.put(path, Sha256.of(text)));
    return new Manifest(FORMAT, outturn, outcome, kept, hashes);
  }

  /// As JSON has it.
  @SuppressWarnings("unchecked") // a record is an object
  public Map<String, @Nullable Object> tree() {
    return Optional.ofNullable((Map<String, @Nullable Object>) RecordTree.of(this)).orElseThrow();
  }

  /// @throws Unreadable when it is none, or of another format
  public static Manifest read(Map<String, ?> tree) {
    if (!FORMAT.equals(tree.get("format"))) {
      throw new Unreadable(
          "%s.format: expected %s, found %s; check it with the version of Outturn that made it"
              .formatted(PATH, FORMAT, tree.get("format")));
    }
    return RecordReader.read(Manifest.class, tree, PATH);
  }

  /// What is wrong with the files: one sentence for each.
  public List<String> problems(PackageFiles all) {
    var problems = new TreeMap<String, String>();
    files.forEach((path, hash) -> {
      var text = all.find(path);
      if (text.isEmpty()) {
        problems.put(path, "%s: the manifest names it, but it is not there".formatted(path));
      } else if (!Sha256.of(text.get()).equals(hash)) {
        problems.put(
            path,
            "%s: expected the SHA-256 %s, found %s: it was changed"
                .formatted(path, hash, Sha256.of(text.get())));
      }
    });
    for (var path : all.texts().keySet()) {
      if (path.equals(PATH) || files.containsKey(path)) continue;
      problems.put(path, "%s: the manifest does not name it".formatted(path));
    }
    return List.copyOf(problems.values());
  }
}
