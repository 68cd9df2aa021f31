package outturn.charts.terminal;

import java.util.Arrays;

/// A grid of characters whose cells may instead hold braille dots, two across and four down.
final class Canvas {
  private static final int ACROSS = 2;
  private static final int DOWN = 4;
  private static final int BRAILLE = 0x2800;

  /// Bits of the dots of a cell, row by row. Unicode, *Braille Patterns*, U+2800.
  private static final int[] BITS = {0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80};

  private final char[][] signs;
  private final int[][] dots;

  Canvas(int columns, int rows) {
    signs = new char[rows][columns];
    dots = new int[rows][columns];
    for (char[] row : signs) {
      Arrays.fill(row, ' ');
    }
  }

  /// A sign in a cell, in place of its dots; nothing outside of the grid.
  void put(int column, int row, char sign) {
    if (row >= 0 && row < signs.length && column >= 0 && column < signs[row].length) {
      signs[row][column] = sign;
      dots[row][column] = 0;
    }
  }

  void write(int column, int row, String text) {
    for (int i = 0; i < text.length(); i++) {
      put(column + i, row, text.charAt(i));
    }
  }

  /// A dot, by its cell coordinates, of which the fraction chooses the dot in the cell.
  void dot(double column, double row) {
    int x = (int) Math.floor(column * ACROSS);
    int y = (int) Math.floor(row * DOWN);
    dots[y / DOWN][x / ACROSS] |= BITS[y % DOWN * ACROSS + x % ACROSS];
  }

  /// Dots along a straight line.
  void line(double fromColumn, double fromRow, double toColumn, double toRow) {
    double across = Math.abs(toColumn - fromColumn) * ACROSS;
    double down = Math.abs(toRow - fromRow) * DOWN;
    int steps = (int) Math.ceil(Math.max(1, Math.max(across, down)));
    for (int i = 0; i <= steps; i++) {
      double along = i / (double) steps;
      dot(fromColumn + (toColumn - fromColumn) * along, fromRow + (toRow - fromRow) * along);
    }
  }

  /// Lines without trailing blanks.
  String text() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < signs.length; row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < signs[row].length; column++) {
        int cell = dots[row][column];
        line.append(cell == 0 ? signs[row][column] : (char) (BRAILLE + cell));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
