package outturn.definition.text;

import java.util.Arrays;

/// The text of a file, to tell line and column of any place in it.
public final class SourceText {
  private final String file;
  private final int[] points;
  private final int[] lineStarts;

  public SourceText(String file, String text) {
    this.file = file;
    this.points = text.codePoints().toArray();
    var starts = new int[points.length + 1];
    var lines = 1;
    for (var index = 0; index < points.length; index++) {
      if (endsLine(index)) starts[lines++] = index + 1;
    }
    this.lineStarts = Arrays.copyOf(starts, lines);
  }

  private boolean endsLine(int index) {
    if (points[index] == '\n') return true;
    var alone = index + 1 == points.length || points[index + 1] != '\n';
    return points[index] == '\r' && alone;
  }

  public String file() {
    return file;
  }

  int length() {
    return points.length;
  }

  int point(int index) {
    return points[index];
  }

  /// The place of a code point; past the end means the end.
  Position position(int index) {
    var at = Math.max(0, Math.min(index, points.length));
    var line = Arrays.binarySearch(lineStarts, at);
    if (line < 0) line = -line - 2;
    return new Position(file, line + 1, at - lineStarts[line] + 1);
  }
}
