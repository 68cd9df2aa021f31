package outturn.cli.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Letters;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Terminal;
import outturn.definition.text.Problem;

/// Prints problems as compilers do: place and message, the line with a caret below, a hint.
final class ProblemPrinter {
  private static final String INDENT = "    ";

  private final Terminal terminal;
  private final Path folder;
  private final String shown;
  private final Map<String, List<String>> lines = new HashMap<>();

  /// @param shown the folder as the user wrote it, for the places
  ProblemPrinter(Terminal terminal, Path folder, String shown) {
    this.terminal = terminal;
    this.folder = folder;
    this.shown = shown;
  }

  void print(List<Problem> problems) {
    problems.forEach(this::print);
  }

  private void print(Problem problem) {
    var place = "%s:%d:%d:".formatted(path(problem.file()), problem.line(), problem.column());
    terminal.line(
        terminal.painted(new Cell(place, Style.STRONG)) + " " + Cell.of(problem.message()).text());
    var source = lines.computeIfAbsent(problem.file(), this::read);
    if (problem.line() <= source.size()) line(source.get(problem.line() - 1), problem.column());
    if (!problem.hint().isEmpty()) terminal.paragraph(problem.hint(), INDENT);
  }

  /// The path from the current folder, so that editors find it.
  private String path(String file) {
    if (shown.equals(".") || file.equals(folder.toString())) return file;
    return Path.of(shown).resolve(file).toString();
  }

  private List<String> read(String file) {
    try {
      return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException gone) {
      return List.of();
    }
  }

  /// The source line, or the part of it around the column if it is wider than the terminal.
  private void line(String text, int column) {
    var points = Letters.harmless(text).codePoints().toArray();
    var at = Math.min(column - 1, points.length);
    var room = terminal.columns() - INDENT.length();
    var from =
        points.length <= room ? 0 : Math.max(0, Math.min(at - room / 2, points.length - room));
    var to = (int) Math.min(points.length, (long) from + room);
    var before = new String(points, from, at - from);
    terminal.line(INDENT + new String(points, from, to - from).stripTrailing());
    terminal.line(
        INDENT + " ".repeat(Letters.width(before)) + terminal.painted(new Cell("^", Style.BAD)));
  }
}
