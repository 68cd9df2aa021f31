package outturn.outcome.terms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
