package outturn.cli.evidence.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import outturn.cli.csv.CsvFile;
import outturn.cli.csv.CsvReader;

/// The data that reference values were computed from: those that may be copied come with the
/// program, the others lie in a folder, or are not there.
///
/// @param folder of the others
record ReferenceData(Path folder) {

  /// All values there are to hold ours against.
  static List<Reference> values() {
    var file = own("reference-values.csv");
    return file.rows().stream().map(row -> Reference.of(file, row)).toList();
  }

  /// Data that come with the program.
  static CsvFile own(String name) {
    try (var in = Objects.requireNonNull(ReferenceData.class.getResourceAsStream(name), name)) {
      return CsvReader.parse(name, new String(in.readAllBytes(), UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(name, broken);
    }
  }

  /// Data of the folder, if they are there.
  Optional<String> other(String name) {
    try {
      var file = folder.resolve(name);
      return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(name, broken);
    }
  }
}
