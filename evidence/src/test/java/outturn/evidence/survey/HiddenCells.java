package outturn.evidence.survey;

import java.util.ArrayList;
import java.util.List;

/// An attacker with linear algebra: all sums of a table with totals are equations, its hidden cells
/// are the unknowns.
final class HiddenCells {
  private static final double TINY = 1e-9;

  private final List<List<Shown>> shown;
  private final List<List<Integer>> answers;
  private final int rows;
  private final int columns;

  private HiddenCells(List<List<Integer>> answers, List<List<Shown>> shown) {
    this.answers = answers;
    this.shown = shown;
    this.rows = answers.size();
    this.columns = answers.getFirst().size();
  }

  static HiddenCells of(List<List<Integer>> answers, TableDisclosure table) {
    List<List<Shown>> all = new ArrayList<>();
    for (int r = 0; r < answers.size(); r++) {
      List<Shown> row = new ArrayList<>(table.cells().get(r));
      row.add(table.rows().get(r));
      all.add(row);
    }
    List<Shown> last = new ArrayList<>(table.columns());
    last.add(table.total());
    all.add(last);
    return new HiddenCells(answers, all);
  }

  /// The hidden cells, totals too, that have one possible value: those whose unit vector is a
  /// combination of equations.
  List<String> computable() {
    double[][] reduced = reduced();
    List<String> found = new ArrayList<>();
    for (double[] equation : reduced) {
      int unknowns = 0;
      int last = 0;
      for (int i = 0; i < equation.length; i++) {
        if (Math.abs(equation[i]) > TINY) {
          unknowns++;
          last = i;
        }
      }
      if (unknowns == 1) {
        found.add("row %d column %d".formatted(last / (columns + 1), last % (columns + 1)));
      }
    }
    return found;
  }

  /// The fewest answers that a shown total less its shown cells tells of.
  int smallestSum() {
    int smallest = Integer.MAX_VALUE;
    for (int r = 0; r < rows; r++) {
      int hidden = 0;
      for (int c = 0; c < columns; c++) {
        hidden += isHidden(r, c) ? answers.get(r).get(c) : 0;
      }
      boolean isTold = hidden > 0 && !isHidden(r, columns);
      smallest = isTold ? Math.min(smallest, hidden) : smallest;
    }
    return smallest;
  }

  /// Gauss-Jordan on the coefficients: a cell has one value exactly when a row has it alone.
  private double[][] reduced() {
    double[][] matrix = equations();
    int pivot = 0;
    for (int i = 0; i < matrix[0].length && pivot < matrix.length; i++) {
      int best = pivot;
      for (int r = pivot; r < matrix.length; r++) {
        best = Math.abs(matrix[r][i]) > Math.abs(matrix[best][i]) ? r : best;
      }
      if (Math.abs(matrix[best][i]) > TINY) {
        double[] line = matrix[best];
        matrix[best] = matrix[pivot];
        matrix[pivot] = line;
        eliminate(matrix, pivot, i);
        pivot++;
      }
    }
    return matrix;
  }

  private static void eliminate(double[][] matrix, int pivot, int column) {
    double scale = matrix[pivot][column];
    for (int i = 0; i < matrix[pivot].length; i++) {
      matrix[pivot][i] /= scale;
    }
    for (int r = 0; r < matrix.length; r++) {
      double factor = r == pivot ? 0 : matrix[r][column];
      for (int i = 0; i < matrix[r].length; i++) {
        matrix[r][i] -= factor * matrix[pivot][i];
      }
    }
  }

  /// One per row and column, totals included; the total has the sign against it.
  private double[][] equations() {
    double[][] equations = new double[rows + columns + 2][(rows + 1) * (columns + 1)];
    for (int r = 0; r <= rows; r++) {
      for (int c = 0; c <= columns; c++) {
        if (isHidden(r, c)) {
          equations[r][r * (columns + 1) + c] = c == columns ? -1 : 1;
          equations[rows + 1 + c][r * (columns + 1) + c] = r == rows ? -1 : 1;
        }
      }
    }
    return equations;
  }

  private boolean isHidden(int row, int column) {
    return shown.get(row).get(column) != Shown.SHOWN;
  }

  @Override
  public String toString() {
    return shown.toString();
  }
}
