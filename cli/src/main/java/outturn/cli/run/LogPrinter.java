package outturn.cli.run;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Letters;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Terminal;
import outturn.cli.terminal.Times;

/// Prints log lines: `14:03:07 load[2] | text`, with `!` for what was written to the error stream
/// and `*` for remarks of the server.
final class LogPrinter {
  /// How a line is shown.
  enum Form {
    /// With time and task.
    MARKED,
    /// The text alone, byte for byte as the task wrote it.
    RAW
  }

  private final Terminal terminal;
  private final Times times;
  private final Form form;

  LogPrinter(Terminal terminal, Times times, Form form) {
    this.terminal = terminal;
    this.times = times;
    this.form = form;
  }

  void print(Fields line) {
    switch (form) {
      case RAW -> terminal.line(line.text("text"));
      case MARKED -> terminal.line(marked(line));
    }
  }

  private String marked(Fields line) {
    var time = line.instant("at").map(times::clock).orElse("");
    var before =
        Stream.of(time, place(line))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    var text = Letters.harmless(line.text("text"));
    return switch (line.text("stream")) {
      case "err" -> painted(before, Style.FAINT) + painted(" ! ", Style.BAD) + text;
      case "note" -> painted(before + " * " + text, Style.FAINT);
      default -> painted(before + " | ", Style.FAINT) + text;
    };
  }

  private static String place(Fields line) {
    var item = line.find("item").map("[%s]"::formatted).orElse("");
    var again = line.count("attempt") > 1 ? "#" + line.count("attempt") : "";
    return line.text("task") + item + again;
  }

  private String painted(String text, Style style) {
    return terminal.painted(new Cell(text, style));
  }
}
