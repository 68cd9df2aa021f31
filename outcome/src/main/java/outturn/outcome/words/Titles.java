package outturn.outcome.words;

/// Titles inside sentences.
final class Titles {
  private Titles() {}

  /// As it stands inside a sentence; in quotes where it begins like a sentence of its own.
  static String inside(String title) {
    return Character.isUpperCase(title.charAt(0)) ? "“" + title + "”" : title;
  }

  /// At the beginning of a sentence.
  static String first(String title) {
    return title.isEmpty() ? "" : Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }
}
