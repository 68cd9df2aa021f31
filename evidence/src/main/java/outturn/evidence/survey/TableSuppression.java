package outturn.evidence.survey;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Hides cells of a table with totals until none that is too small can be computed from the others.
///
/// The totals are one more row and one more column. A hidden cell can be computed exactly when it
/// is the only way between its row and its column in the graph of hidden cells: Gusfield, *A Graph
/// Theoretic Approach to Statistical Data Security*, SIAM Journal on Computing 17 (1988), 552-571.
/// Empty cells stay out of the graph: nobody is behind them. Each time the smallest cell of the
/// line is hidden, which is simple and not the least that would do.
final class TableSuppression {
  private final int[][] answers;
  private final Shown[][] shown;
  private final int threshold;

  private TableSuppression(int[][] answers, int threshold) {
    this.answers = answers;
    this.threshold = threshold;
    this.shown =
        Arrays.stream(answers)
            .map(row ->
                Arrays.stream(row)
                    .mapToObj(count -> count < threshold ? Shown.TOO_FEW : Shown.SHOWN)
                    .toArray(Shown[]::new))
            .toArray(Shown[][]::new);
  }

  static TableDisclosure of(List<List<Integer>> cells, int threshold) {
    TableSuppression table = new TableSuppression(withTotals(cells), threshold);
    boolean hidesMore = true;
    while (hidesMore) {
      hidesMore = table.protectSmallSums() || table.protectComputable();
    }
    return table.disclosure();
  }

  private static int[][] withTotals(List<List<Integer>> cells) {
    int rows = cells.size();
    int columns = cells.getFirst().size();
    int[][] all = new int[rows + 1][columns + 1];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int count = cells.get(r).get(c);
        all[r][c] = count;
        all[r][columns] += count;
        all[rows][c] += count;
        all[rows][columns] += count;
      }
    }
    return all;
  }

  /// A shown total less the shown cells of its line is the sum of the hidden ones, which must not
  /// be fewer answers than the threshold.
  private boolean protectSmallSums() {
    boolean hidesMore = false;
    for (int r = 0; r < answers.length; r++) {
      hidesMore |= protectSmallSum(row(r));
    }
    for (int c = 0; c < answers[0].length; c++) {
      hidesMore |= protectSmallSum(column(c));
    }
    return hidesMore;
  }

  private boolean protectSmallSum(List<Cell> line) {
    Cell total = line.getLast();
    int hidden =
        line.subList(0, line.size() - 1).stream()
            .filter(this::isHidden)
            .mapToInt(this::count)
            .sum();
    return !isHidden(total) && hidden > 0 && hidden < threshold && hideSmallest(line);
  }

  private boolean protectComputable() {
    for (Cell cell : hidden()) {
      Reach ofRow = Reach.ofRow(cell.row(), answers);
      Reach ofColumn = Reach.ofColumn(cell.column(), answers);
      List<Cell> others = hidden().stream().filter(other -> !other.equals(cell)).toList();
      ofRow.spread(others);
      ofColumn.spread(others);
      boolean isComputable = !ofRow.hasColumn(cell.column());
      if (isComputable
          && (hideSmallest(all().filter(other -> ofRow.joins(ofColumn, other)).toList())
              || hideSmallest(row(cell.row()))
              || hideSmallest(column(cell.column())))) {
        return true;
      }
    }
    return false;
  }

  private boolean hideSmallest(List<Cell> candidates) {
    @Nullable Cell smallest = null;
    for (Cell cell : candidates) {
      boolean isShown = shown[cell.row()][cell.column()] == Shown.SHOWN;
      // A total is the last of its line, and hidden last: no cell is larger.
      if (isShown && (smallest == null || count(cell) < count(smallest))) {
        smallest = cell;
      }
    }
    if (smallest == null) {
      return false;
    }
    shown[smallest.row()][smallest.column()] = Shown.PROTECTS_ANOTHER;
    return true;
  }

  private List<Cell> hidden() {
    return all().filter(this::isHidden).toList();
  }

  private Stream<Cell> all() {
    return IntStream.range(0, answers.length).boxed().flatMap(r -> row(r).stream());
  }

  private List<Cell> row(int row) {
    return IntStream.range(0, answers[row].length).mapToObj(c -> new Cell(row, c)).toList();
  }

  private List<Cell> column(int column) {
    return IntStream.range(0, answers.length).mapToObj(r -> new Cell(r, column)).toList();
  }

  private boolean isHidden(Cell cell) {
    return shown[cell.row()][cell.column()] != Shown.SHOWN && count(cell) > 0;
  }

  private int count(Cell cell) {
    return answers[cell.row()][cell.column()];
  }

  private TableDisclosure disclosure() {
    int rows = answers.length - 1;
    int columns = answers[0].length - 1;
    List<List<Shown>> cells =
        IntStream.range(0, rows).mapToObj(r -> List.of(shown[r]).subList(0, columns)).toList();
    List<Shown> rowTotals = IntStream.range(0, rows).mapToObj(r -> shown[r][columns]).toList();
    return new TableDisclosure(
        cells, rowTotals, List.of(shown[rows]).subList(0, columns), shown[rows][columns]);
  }

  private record Cell(int row, int column) {}

  /// The rows and columns that hidden cells connect.
  private record Reach(BitSet rows, BitSet columns) {
    static Reach ofRow(int row, int[][] answers) {
      Reach reach = new Reach(new BitSet(answers.length), new BitSet(answers[0].length));
      reach.rows.set(row);
      return reach;
    }

    static Reach ofColumn(int column, int[][] answers) {
      Reach reach = new Reach(new BitSet(answers.length), new BitSet(answers[0].length));
      reach.columns.set(column);
      return reach;
    }

    void spread(List<Cell> cells) {
      boolean grows = true;
      while (grows) {
        grows = false;
        for (Cell cell : cells) {
          if (rows.get(cell.row()) != columns.get(cell.column())) {
            rows.set(cell.row());
            columns.set(cell.column());
            grows = true;
          }
        }
      }
    }

    boolean hasColumn(int column) {
      return columns.get(column);
    }

    /// Whether hiding a cell makes another way from here to there.
    boolean joins(Reach other, Cell cell) {
      return (rows.get(cell.row()) && other.columns.get(cell.column()))
          || (other.rows.get(cell.row()) && columns.get(cell.column()));
    }
  }
}
