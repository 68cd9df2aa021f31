package outturn.outcome.terms;

import java.util.ArrayList;
import java.util.List;

/// Lines of text that somebody commits to.
public record Terms(String text) {
  static Terms of(List<String> lines) {
    return new Terms(String.join("\n", lines) + "\n");
  }

  /// One line, so that no text can be taken for another line.
  static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /// The lines of these that the others do not have, in order.
  public List<String> without(Terms others) {
    var left = new ArrayList<>(text.lines().toList());
    left.removeAll(others.text.lines().toList());
    return List.copyOf(left);
  }

  /// SHA-256 of the text, in hexadecimal.
  public String hash() {
    return Sha256.of(text);
  }
}
