package outturn.definition.schedule;

/// A text that is no cron expression, or no recurrence rule; the message says what is wrong, what
/// was expected, and where.
public final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int index;

  private Malformed(String what, String text, int index, String problem) {
    super("%s \"%s\", at index %d: %s".formatted(what, text, index, problem));
    this.index = index;
  }

  static Malformed cron(String text, int index, String problem) {
    return new Malformed("cron expression", text, index, problem);
  }

  static Malformed rule(String text, int index, String problem) {
    return new Malformed("recurrence rule", text, index, problem);
  }

  /// Where in the text, from 0.
  public int index() {
    return index;
  }
}
