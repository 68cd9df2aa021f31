package outturn.evidence.series;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A CSV file of the test resources: a header and rows, cells quoted where they hold a comma.
public record CsvFile(List<String> header, List<List<String>> rows) {
  private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(,|$)");

  public static CsvFile read(String resource) {
    try (InputStream in = CsvFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no test resource " + resource);
      }
      List<List<String>> rows =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(CsvFile::cells)
              .toList();
      return new CsvFile(rows.getFirst(), rows.subList(1, rows.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Series column(String name) {
    int column = header.indexOf(name);
    return Series.of(
        rows.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray());
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher matcher = CELL.matcher(line);
    while (matcher.find()) {
      cells.add(
          matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replace("\"\"", "\""));
      if (matcher.group(3).isEmpty()) {
        return cells;
      }
    }
    return cells;
  }
}
