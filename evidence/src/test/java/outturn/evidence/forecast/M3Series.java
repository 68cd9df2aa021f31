package outturn.evidence.forecast;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import outturn.evidence.series.Series;

/// A series of the M3 competition: what the forecasters were given, and what came then. Makridakis,
/// Hibon, International Journal of Forecasting 16 (2000). The file may not be copied.
///
/// @param frequency `YEARLY`, `QUARTERLY`, `MONTHLY` or `OTHER`
/// @param cycle periods of a year
record M3Series(String frequency, int cycle, Series known, Series came) {
  private static final int FREQUENCY = 1;
  private static final int CYCLE = 5;
  private static final int KNOWN = 7;
  private static final int CAME = 8;

  int horizon() {
    return came.size();
  }

  static List<M3Series> all() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file("m3_all.csv.gz"))),
                StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(M3Series::read).toList();
    }
  }

  static List<M3Series> of(String frequency) throws IOException {
    return all().stream().filter(each -> each.frequency().equals(frequency)).toList();
  }

  /// A file of the folder of M3; the test is skipped where it is not there.
  static Path file(String name) {
    Path root = Path.of(System.getProperty("outturn.root", ".")).toAbsolutePath();
    Path path = root.resolveSibling("shared/data/evidence/m3").resolve(name);
    assumeTrue(Files.exists(path), () -> "needs " + path + ", which is not part of the project");
    return path;
  }

  private static M3Series read(String line) {
    String[] cells = line.split(",", -1);
    return new M3Series(
        cells[FREQUENCY],
        Integer.parseInt(cells[CYCLE]),
        numbers(cells[KNOWN]),
        numbers(cells[CAME]));
  }

  private static Series numbers(String cell) {
    return Series.of(Arrays.stream(cell.split(" ", -1)).mapToDouble(Double::parseDouble).toArray());
  }
}
