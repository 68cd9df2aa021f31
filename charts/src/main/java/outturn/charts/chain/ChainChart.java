package outturn.charts.chain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import outturn.charts.control.Caption;
import outturn.charts.svg.Drawing;

/// A chain of causes in columns. The width of a line is how much it does.
///
/// @param columns from the left
public record ChainChart(Caption caption, List<Column> columns, List<Box> boxes, List<Link> links) {

  public ChainChart {
    columns = List.copyOf(columns);
    boxes = List.copyOf(boxes);
    links = List.copyOf(links);
    Set<String> ids = boxes.stream().map(Box::id).collect(Collectors.toCollection(HashSet::new));
    for (Box box : boxes) {
      if (box.column() < 0 || box.column() >= columns.size()) {
        throw new IllegalArgumentException(
            "box '%s' is in column %d of %d".formatted(box.id(), box.column(), columns.size()));
      }
    }
    for (Link link : links) {
      if (!ids.contains(link.from()) || !ids.contains(link.to())) {
        throw new IllegalArgumentException(
            "no box at an end of the link from '%s' to '%s'".formatted(link.from(), link.to()));
      }
    }
  }

  /// As high as its boxes need.
  public Drawing draw(int width) {
    return new ChainDrawing(this, width).draw();
  }
}
