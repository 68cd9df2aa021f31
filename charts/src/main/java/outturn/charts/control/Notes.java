package outturn.charts.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import outturn.charts.axis.DateAxis;
import outturn.charts.svg.TextWidth;

/// Places the labels of changes, and of the baseline, above the plot so that none meets another or
/// is crossed by another's line.
///
/// Tries arrangements until all are labelled, at most so many that a chart with a crowd of changes
/// stays cheap; keeps the one with most labels, then fewest rows.
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
  private static final int MOST_ROWS = 3;
  private static final int MOST_TRIES = 5_000;
  private static final double FROM_LINE = 5;
  private static final double BETWEEN = 8;
  private static final double CLEARANCE = 2;
  private static final String BASELINE = "baseline";

  private final double fontSize;
  private final double left;
  private final double right;
  private List<Note> best = List.of();
  private int tries;

  private Notes(double fontSize, double left, double right) {
    this.fontSize = fontSize;
    this.left = left;
    this.right = right;
  }

  /// The notes in order of time, between the bounds `left` and `right`.
  static List<Note> place(
      ControlChart chart, DateAxis dates, double fontSize, double left, double right) {
    Notes notes = new Notes(fontSize, left, right);
    List<Note> wanted = new ArrayList<>();
    chart.changes().stream()
        .filter(change -> isShown(chart, change))
        .map(change -> notes.unlabelled(dates.x(change.date()), change.label()))
        .sorted(Comparator.comparingDouble(Note::x).reversed())
        .forEach(wanted::add);
    chart.plan().baseline().stream()
        .map(window -> dates.border(window.from()))
        .forEach(x -> wanted.add(new Note(x, BASELINE, false, -1, x)));
    notes.search(List.of(), wanted);
    return notes.best.stream().sorted(Comparator.comparingDouble(Note::x)).toList();
  }

  static boolean isShown(ControlChart chart, Change change) {
    List<LocalDate> periods = chart.periods();
    return !periods.isEmpty()
        && !change.date().isBefore(periods.getFirst())
        && !change.date().isAfter(periods.getLast());
  }

  static int rows(List<Note> notes) {
    return notes.stream().mapToInt(Note::row).max().orElse(-1) + 1;
  }

  private Note unlabelled(double x, String label) {
    return new Note(x, TextWidth.fit(label, fontSize, (right - left) * .8), true, -1, x);
  }

  private void search(List<Note> placed, List<Note> wanted) {
    if (wanted.isEmpty()) {
      best = isBetter(placed) ? placed : best;
      return;
    }
    boolean hopeless = !best.isEmpty() && labelled(placed) + wanted.size() < labelled(best);
    if (hopeless || (tries++ > MOST_TRIES && !best.isEmpty())) {
      return;
    }
    List<Note> rest = wanted.subList(1, wanted.size());
    for (Note candidate : candidates(wanted.getFirst())) {
      if (isFree(candidate, placed)) {
        search(with(placed, candidate), rest);
      }
    }
    search(with(placed, wanted.getFirst()), rest);
  }

  private boolean isBetter(List<Note> placed) {
    long more = labelled(placed) - labelled(best);
    return best.isEmpty() || more > 0 || (more == 0 && rows(placed) < rows(best));
  }

  private static long labelled(List<Note> notes) {
    return notes.stream().filter(Note::isLabelled).count();
  }

  private static List<Note> with(List<Note> placed, Note note) {
    List<Note> more = new ArrayList<>(placed);
    more.add(note);
    return more;
  }

  /// Right of the line before left of it, near the plot before far from it, without a label last.
  private List<Note> candidates(Note note) {
    double width = TextWidth.of(note.text(), fontSize);
    double[] starts =
        note.hasLine()
            ? new double[] {note.x() + FROM_LINE, note.x() - FROM_LINE - width}
            : new double[] {note.x()};
    List<Note> candidates = new ArrayList<>();
    for (double start : starts) {
      for (int row = 0; row < MOST_ROWS && start >= left && start + width <= right; row++) {
        candidates.add(new Note(note.x(), note.text(), note.hasLine(), row, start));
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
        && text.left() - CLEARANCE < line.x()
        && line.x() < text.right(fontSize) + CLEARANCE;
  }
}
