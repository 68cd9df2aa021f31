package outturn.definition.schedule;

/// A cron expression.
public record Cron(String text) {

  /// @throws Malformed with the place of the fault
  public static Cron parse(String text) {
    var fields = text.strip().split("\\s+", -1);
    if (fields.length != 5) {
      throw new Malformed("expected five fields, found " + fields.length, 0);
    }
    var from = 0;
    for (var field : fields) {
      var index = text.indexOf(field, from);
      if (!field.matches("[0-9A-Za-z*,/#-]+")) {
        throw new Malformed("'%s' is not a cron field".formatted(field), index);
      }
      from = index + field.length();
    }
    return new Cron(text);
  }

  /// A text that is not a cron expression.
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int index;

    public Malformed(String message, int index) {
      super(message);
      this.index = index;
    }

    /// Where in the text the fault is, from 0.
    public int index() {
      return index;
    }
  }
}
