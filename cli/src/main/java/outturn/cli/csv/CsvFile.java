package outturn.cli.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import outturn.cli.command.CommandFailed;
import outturn.definition.text.Nearest;

/// The text of a CSV file: a header, and rows that have a cell for each of its columns.
public final class CsvFile {
  private final String name;
  private final List<String> header;
  private final List<Row> rows;

  /// @param line where the row begins, counted from 1
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    public String cell(int column) {
      return cells.get(column);
    }
  }

  CsvFile(String name, List<String> header, List<Row> rows) {
    this.name = name;
    this.header = List.copyOf(header);
    this.rows = List.copyOf(rows);
  }

  public String name() {
    return name;
  }

  public List<String> header() {
    return header;
  }

  public List<Row> rows() {
    return rows;
  }

  public boolean has(String column) {
    return header.contains(column);
  }

  /// The position of a column, which must be there once.
  public int column(String wanted) {
    if (Collections.frequency(header, wanted) == 1) return header.indexOf(wanted);
    if (header.contains(wanted)) {
      throw refused(
          1, Fault.MISSING_COLUMN, "there are several columns '%s'".formatted(wanted), "");
    }
    var known = new ArrayList<>(new HashSet<>(header));
    Collections.sort(known);
    throw refused(
        1,
        Fault.MISSING_COLUMN,
        "there is no column '%s'".formatted(wanted),
        Nearest.hint(wanted, known));
  }

  /// @param line of the file, or 0 where it is about all of it
  public CommandFailed refused(int line, Fault fault, String text, String hint) {
    return InputRefused.at(new Place(name, line), fault, text, hint);
  }
}
