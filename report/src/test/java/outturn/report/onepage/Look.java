package outturn.report.onepage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import outturn.outcome.onepage.OnePage;
import outturn.outcome.onepage.Statements;

/// Writes all example statements into a folder, to be looked at.
final class Look {
  private Look() {}

  public static void main(String[] folder) throws IOException {
    var pages =
        Map.<String, OnePage>of(
            "road-safety", Statements.roadSafety(),
            "complete", Statements.complete(),
            "refused", Statements.refused(),
            "zlongest", Statements.longest());
    for (var each : new TreeMap<>(pages).entrySet()) {
      var letter = Letter.of(each.getValue());
      var at = Path.of(folder[0]);
      Files.write(at.resolve(each.getKey() + ".pdf"), letter.pdf());
      Files.write(at.resolve(each.getKey() + ".png"), Snap.png(letter.pdf()));
      Files.writeString(at.resolve(each.getKey() + ".txt"), letter.text());
    }
  }
}
