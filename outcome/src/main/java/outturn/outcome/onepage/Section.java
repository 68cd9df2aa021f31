package outturn.outcome.onepage;

import java.util.List;

/// One part of a statement, at least one line.
public record Section(Part part, List<Line> lines) {
  public Section {
    lines = List.copyOf(lines);
  }
}
