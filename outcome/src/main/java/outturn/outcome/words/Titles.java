package outturn.outcome.words;

/// Titles inside sentences.
public final class Titles {
  private Titles() {}

  /// As it stands inside a sentence; in quotes where it begins like a sentence of its own.
  public static String inside(String title) {
    if (title.isEmpty()) return title;
    return Character.isUpperCase(title.charAt(0)) ? "“" + title + "”" : title;
  }

  /// At the beginning of a sentence.
  public static String first(String title) {
    return title.isEmpty() ? "" : Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }
}
