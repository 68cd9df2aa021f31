package outturn.definition.file;

import java.util.Optional;
import java.util.regex.Pattern;

/// The files of a folder whose names fit.
///
/// @param folder absolute
/// @param names in which `*` stands for any characters and `?` for one
public record FilePattern(String folder, String names) {
  /// What a path has to be, for those who wrote another.
  public static final String EXPECTED = "an absolute path with * and ? in the file's name only";

  /// Empty if the path is not absolute, or has `*`, `?`, `.` or `..` in its folder.
  public static Optional<FilePattern> of(String path) {
    int slash = path.lastIndexOf('/');
    var folder = slash <= 0 ? "/" : path.substring(0, slash);
    var names = path.substring(slash + 1);
    boolean fits =
        path.startsWith("/") && !names.isEmpty() && !folder.matches(".*[*?].*|.*/\\.\\.?(/.*)?");
    return fits ? Optional.of(new FilePattern(folder, names)) : Optional.empty();
  }

  /// As it was written.
  public String path() {
    return folder.endsWith("/") ? folder + names : folder + "/" + names;
  }

  /// The names that fit, as a regular expression.
  public Pattern regex() {
    var regex = new StringBuilder();
    for (int place = 0; place < names.length(); place++) {
      char each = names.charAt(place);
      switch (each) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(each)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  @Override
  public String toString() {
    return path();
  }
}
