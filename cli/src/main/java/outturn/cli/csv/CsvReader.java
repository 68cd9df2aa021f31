package outturn.cli.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.csv.CsvFile.Row;
import outturn.cli.terminal.Terminal;

/// Reads CSV files as RFC 4180 has them, in UTF-8, separated by commas, semicolons or tabs:
/// whichever the header has most of.
public final class CsvReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Terminal terminal;
  private final Environment environment;

  public CsvReader(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /// @param file as the user wrote it; `-` is standard input
  public CsvFile read(String file) {
    if (file.equals("-")) return parse("standard input", terminal.input());
    var expected = "a CSV file with a header, or - for standard input";
    return parse(file, decoded(file, InputFile.bytes(environment, file, expected)));
  }

  private static String decoded(String file, byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      throw notCsv(file, 0, "it is not text in UTF-8", "save it as UTF-8");
    }
  }

  /// @param name by which refusals call it
  public static CsvFile parse(String name, String text) {
    var content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    var rows = rows(name, content);
    if (rows.isEmpty()) {
      throw InputRefused.at(
          new Place(name, 0), Fault.EMPTY, "it is empty", "expected a header and rows");
    }
    var header = rows.getFirst().cells().stream().map(String::strip).toList();
    for (var row : rows) {
      if (row.cells().size() == header.size()) continue;
      throw notCsv(
          name,
          row.line(),
          "expected %d cells as in the header, found %d"
              .formatted(header.size(), row.cells().size()),
          "a cell that holds the separator is written in quotes");
    }
    return new CsvFile(name, header, rows.subList(1, rows.size()));
  }

  /// Lines in which nothing stands are left out, but between the values of a single column: there
  /// one is missing.
  private static List<Row> rows(String name, String content) {
    var rows = new ArrayList<Row>();
    var format = CSVFormat.RFC4180.builder().setDelimiter(separator(content)).get();
    var empty = new ArrayList<Row>();
    var line = 1;
    try (var parser = CSVParser.parse(new StringReader(content), format)) {
      for (var records = parser.iterator(); records.hasNext(); ) {
        var cells = records.next().toList();
        var row = new Row(line, cells);
        if (cells.size() == 1 && cells.getFirst().isBlank()) {
          if (!rows.isEmpty()) empty.add(row);
        } else {
          if (cells.size() == 1) rows.addAll(empty);
          empty.clear();
          rows.add(row);
        }
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      throw notCsv(
          name, line, "a cell in quotes is not closed or goes on after them", "see RFC 4180");
    }
    return rows;
  }

  private static char separator(String content) {
    var header = content.lines().findFirst().orElse("");
    return Stream.of(',', ';', '\t')
        .max(Comparator.comparingLong(each -> header.chars().filter(c -> c == each).count()))
        .orElse(',');
  }

  private static CommandFailed notCsv(String name, int line, String text, String hint) {
    return InputRefused.at(new Place(name, line), Fault.NOT_CSV, text, hint);
  }
}
