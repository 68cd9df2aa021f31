package outturn.evidence.survey;

import java.util.List;

/// What of a table of two attributes may be shown.
///
/// @param cells row by row
/// @param rows totals of the rows
/// @param columns totals of the columns
/// @param total all answers
public record TableDisclosure(
    List<List<Shown>> cells, List<Shown> rows, List<Shown> columns, Shown total) {
  public TableDisclosure {
    cells = cells.stream().map(List::copyOf).toList();
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }
}
