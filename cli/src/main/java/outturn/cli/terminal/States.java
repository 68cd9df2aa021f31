package outturn.cli.terminal;

/// The words for the states of runs, tasks and occurrences, each with a mark.
public final class States {
  private States() {}

  /// The word with its mark, for words that are known; others as they are.
  public static Cell cell(String state, Terminal terminal) {
    var mark = mark(state, terminal);
    return new Cell(mark.isEmpty() ? state : mark + " " + state, style(state));
  }

  /// The mark alone.
  public static String mark(String state, Terminal terminal) {
    return switch (state) {
      case "succeeded" -> terminal.sign("✓", "+");
      case "failed", "lost" -> terminal.sign("✗", "x");
      case "running" -> terminal.sign("▶", ">");
      case "cancelled" -> terminal.sign("⊘", "/");
      case "waiting", "ready" -> terminal.sign("○", "o");
      case "skipped", "missed" -> terminal.sign("–", "-");
      default -> "";
    };
  }

  private static Style style(String state) {
    return switch (state) {
      case "succeeded" -> Style.GOOD;
      case "failed", "lost", "missed" -> Style.BAD;
      case "running" -> Style.BUSY;
      case "cancelled" -> Style.DOUBTFUL;
      case "skipped" -> Style.FAINT;
      default -> Style.PLAIN;
    };
  }
}
