package outturn.charts.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import outturn.charts.axis.DateAxis;
import outturn.charts.svg.TextWidth;

/// Places the labels of changes, and of the baseline, above the plot so that none meets another or
/// is crossed by another's line.
final class Notes {
  /// @param row 0 is next to the plot; -1 where there was no room for the label
  /// @param left left end of the text
  record Note(double x, String text, boolean hasLine, int row, double left) {
    double right(double fontSize) {
      return left + TextWidth.of(text, fontSize);
    }

    /// Text on the left is anchored at its line, so that a wrong guess of its width does no harm.
    boolean isLeftOfLine() {
      return left < x;
    }

    double anchorX() {
      return isLeftOfLine() ? x - FROM_LINE : left;
    }

    boolean isLabelled() {
      return row >= 0;
    }
  }

  static final double ROW = 15;
  private static final double FROM_LINE = 5;
  private static final double BETWEEN = 8;
  private static final String BASELINE = "baseline";

  private final double fontSize;
  private final double left;
  private final double right;
  private final int mostRows;

  private Notes(double fontSize, double left, double right, int mostRows) {
    this.fontSize = fontSize;
    this.left = left;
    this.right = right;
    this.mostRows = mostRows;
  }

  /// The notes in order of time; tries both directions of filling and keeps the one with more
  /// labels.
  static List<Note> place(
      ControlChart chart, DateAxis dates, double fontSize, double left, double right, int rows) {
    Notes notes = new Notes(fontSize, left, right, rows);
    List<Note> wanted =
        chart.changes().stream()
            .filter(change -> isShown(chart, change))
            .map(change -> notes.wanted(dates.x(change.date()), change.label()))
            .sorted(Comparator.comparingDouble(Note::x))
            .toList();
    List<Note> base =
        chart.plan().baseline().stream()
            .map(window ->
                new Note(
                    dates.border(window.from()), BASELINE, false, 0, dates.border(window.from())))
            .filter(note -> note.right(fontSize) < right)
            .toList();
    List<Note> forward = notes.fill(base, wanted);
    List<Note> backward = notes.fill(base, wanted.reversed());
    List<Note> best = labelled(backward) >= labelled(forward) ? backward : forward;
    return best.stream().sorted(Comparator.comparingDouble(Note::x)).toList();
  }

  static boolean isShown(ControlChart chart, Change change) {
    List<LocalDate> periods = chart.periods();
    return !periods.isEmpty()
        && !change.date().isBefore(periods.getFirst())
        && !change.date().isAfter(periods.getLast());
  }

  private static long labelled(List<Note> notes) {
    return notes.stream().filter(Note::isLabelled).count();
  }

  private Note wanted(double x, String label) {
    return new Note(x, TextWidth.fit(label, fontSize, (right - left) * .8), true, -1, x);
  }

  private List<Note> fill(List<Note> base, List<Note> wanted) {
    List<Note> placed = new ArrayList<>(base);
    for (Note note : wanted) {
      placed.add(candidates(note).stream().filter(c -> isFree(c, placed)).findFirst().orElse(note));
    }
    return placed;
  }

  private List<Note> candidates(Note note) {
    double width = TextWidth.of(note.text(), fontSize);
    List<Note> candidates = new ArrayList<>();
    for (int row = 0; row < mostRows; row++) {
      if (note.x() + FROM_LINE + width <= right) {
        candidates.add(new Note(note.x(), note.text(), true, row, note.x() + FROM_LINE));
      }
      if (note.x() - FROM_LINE - width >= left) {
        candidates.add(new Note(note.x(), note.text(), true, row, note.x() - FROM_LINE - width));
      }
    }
    return candidates;
  }

  private boolean isFree(Note note, List<Note> placed) {
    return placed.stream()
        .allMatch(other -> !meets(note, other) && !crosses(note, other) && !crosses(other, note));
  }

  private boolean meets(Note one, Note other) {
    return one.row() == other.row()
        && one.left() < other.right(fontSize) + BETWEEN
        && other.left() < one.right(fontSize) + BETWEEN;
  }

  /// Whether the line of one runs through the text of another that lies nearer to the plot.
  private boolean crosses(Note line, Note text) {
    return line.hasLine()
        && text.isLabelled()
        && line.row() >= text.row()
        && text.left() - 2 < line.x()
        && line.x() < text.right(fontSize) + 2;
  }

  static int rows(List<Note> notes) {
    return notes.stream().mapToInt(Note::row).max().orElse(-1) + 1;
  }
}
