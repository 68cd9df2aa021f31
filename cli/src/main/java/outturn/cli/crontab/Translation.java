package outturn.cli.crontab;

import java.util.List;

/// What a crontab became.
///
/// @param file as it was named
/// @param yaml its workflows; empty when there is nothing to write
/// @param notes what holds for several lines
record Translation(String file, String yaml, List<LineReport> lines, List<String> notes) {
  Translation {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  long jobs() {
    return lines.stream().filter(LineReport::isJob).count();
  }

  long count(LineReport.Outcome outcome) {
    return lines.stream().filter(line -> line.outcome() == outcome).count();
  }
}
