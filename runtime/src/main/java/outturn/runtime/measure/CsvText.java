package outturn.runtime.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads CSV with a header: commas, cells in `"` where they hold commas or line ends, `""` for a
/// quote in one. RFC 4180. Empty lines are left out, and blanks around cells.
final class CsvText {
  private final String text;
  private final String place;
  private final Consumer<String> problems;
  private int index;
  private int line = 1;

  /// @param place before each line's number, as problems name it
  CsvText(String text, String place, Consumer<String> problems) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.place = place;
    this.problems = problems;
  }

  /// A line, by the words of the header; an empty cell is absent.
  ///
  /// @param place where it begins, as problems name it
  record Line(String place, Map<String, Object> cells) {}

  List<Line> lines() {
    @Nullable List<String> header = null;
    var lines = new ArrayList<Line>();
    while (index < text.length()) {
      var at = place + "line " + line;
      var cells = cells();
      if (cells.stream().allMatch(String::isEmpty)) continue;
      if (header == null) {
        header = cells;
      } else if (cells.size() != header.size()) {
        problems.accept(
            "%s: %d cells; the header has %d columns".formatted(at, cells.size(), header.size()));
      } else {
        lines.add(new Line(at, named(header, cells)));
      }
    }
    if (header == null) problems.accept(place + "line 1: no header; expected period,value");
    return lines;
  }

  private static Map<String, Object> named(List<String> header, List<String> cells) {
    var named = new LinkedHashMap<String, Object>();
    for (var column = 0; column < header.size(); column++) {
      if (!cells.get(column).isEmpty()) named.put(header.get(column), cells.get(column));
    }
    return named;
  }

  private List<String> cells() {
    var cells = new ArrayList<String>();
    do {
      cells.add(cell());
    } while (take(','));
    take('\r');
    take('\n');
    return cells;
  }

  private String cell() {
    while (take(' ') || take('\t')) {}
    if (take('"')) return quoted();
    var start = index;
    while (index < text.length() && ",\r\n".indexOf(text.charAt(index)) < 0) index++;
    return text.substring(start, index).strip();
  }

  private String quoted() {
    var cell = new StringBuilder();
    while (index < text.length()) {
      if (!take('"')) {
        cell.append(text.charAt(index));
        skip();
      } else if (take('"')) {
        cell.append('"');
      } else {
        break;
      }
    }
    while (index < text.length() && ",\r\n".indexOf(text.charAt(index)) < 0) index++;
    return cell.toString().strip();
  }

  private boolean take(char wanted) {
    if (index >= text.length() || text.charAt(index) != wanted) return false;
    skip();
    return true;
  }

  private void skip() {
    if (text.charAt(index) == '\n') line++;
    index++;
  }
}
