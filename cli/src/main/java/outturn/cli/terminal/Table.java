package outturn.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Rows under titles, aligned, that fit the terminal: flexible columns are cut first, then a last
/// flexible one is left out; where that is not enough each row becomes a block of `title: text`
/// lines.
public final class Table {
  private static final int GAP = 2;

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /// Adds a row of as many texts or cells as there are columns.
  public Table row(Object... texts) {
    if (texts.length != columns.size()) {
      throw new IllegalArgumentException(
          "%d cells for %d columns".formatted(texts.length, columns.size()));
    }
    rows.add(
        Arrays.stream(texts)
            .map(text -> text instanceof Cell cell ? cell : Cell.of(text.toString()))
            .toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public void print(Terminal terminal) {
    print(terminal, "");
  }

  /// Prints with an indent before each line. Columns in which nothing stands are left out.
  public void print(Terminal terminal, String indent) {
    var used = IntStream.range(0, columns.size()).filter(this::isUsed).toArray();
    if (used.length == 0) return;
    var room = terminal.columns() - indent.length();
    var some = fits(used, room) || !isFlexible(used[used.length - 1]) ? used : withoutLast(used);
    if (fits(some, room)) {
      grid(some, widths(some, room), terminal, indent);
    } else {
      blocks(used, terminal, indent);
    }
  }

  private void grid(int[] used, int[] widths, Terminal terminal, String indent) {
    var titles = columns.stream().map(column -> new Cell(column.title(), Style.FAINT)).toList();
    terminal.line(indent + line(titles, used, widths, terminal));
    rows.forEach(row -> terminal.line(indent + line(row, used, widths, terminal)));
  }

  private boolean isUsed(int column) {
    return rows.stream().anyMatch(row -> !row.get(column).text().isEmpty());
  }

  private boolean isFlexible(int column) {
    return columns.get(column).least() < Integer.MAX_VALUE;
  }

  private static int[] withoutLast(int[] used) {
    return Arrays.copyOf(used, used.length - 1);
  }

  private boolean fits(int[] used, int room) {
    return used.length > 0 && widths(used, room).length == used.length;
  }

  /// A width for each used column, or none at all if they do not fit.
  private int[] widths(int[] used, int room) {
    var widths = Arrays.stream(used).map(this::naturalWidth).toArray();
    var excess = Arrays.stream(widths).asLongStream().sum() + (long) GAP * (used.length - 1) - room;
    for (; excess > 0; excess--) {
      var widest = widestFlexible(used, widths);
      if (widest < 0) return new int[0];
      widths[widest]--;
    }
    return widths;
  }

  private int widestFlexible(int[] used, int[] widths) {
    var widest = -1;
    for (var i = 0; i < used.length; i++) {
      var shrinks = widths[i] > columns.get(used[i]).least();
      if (shrinks && (widest < 0 || widths[i] > widths[widest])) widest = i;
    }
    return widest;
  }

  private int naturalWidth(int column) {
    var title = Letters.width(columns.get(column).title());
    return Math.max(title, rows.stream().mapToInt(row -> row.get(column).width()).max().orElse(0));
  }

  private String line(List<Cell> row, int[] used, int[] widths, Terminal terminal) {
    var line = new StringBuilder();
    for (var i = 0; i < used.length; i++) {
      var cell = row.get(used[i]);
      var text = Letters.cut(cell.text(), widths[i], terminal.sign("…", "~"));
      var shown = terminal.painted(new Cell(text, cell.style()));
      var blank = " ".repeat(widths[i] - Letters.width(text));
      line.append(i > 0 ? " ".repeat(GAP) : "");
      line.append(
          switch (columns.get(used[i]).side()) {
            case LEFT -> i + 1 < used.length ? shown + blank : shown;
            case RIGHT -> blank + shown;
          });
    }
    return line.toString().stripTrailing();
  }

  private void blocks(int[] used, Terminal terminal, String indent) {
    for (var row : rows) {
      var first = true;
      for (var column : used) {
        var cell = row.get(column);
        if (cell.text().isEmpty()) continue;
        var title = columns.get(column).title().toLowerCase(Locale.ROOT);
        var before = first || title.isEmpty() ? "" : "  " + title + ": ";
        terminal.line(indent + before + terminal.painted(cell));
        first = false;
      }
    }
  }
}
