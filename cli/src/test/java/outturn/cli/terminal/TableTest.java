package outturn.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.cli.terminal.Terminal.Ability;

class TableTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String printed(Table table, int columns, Ability... abilities) {
    var stream = new PrintStream(out, true, UTF_8);
    var in = new ByteArrayInputStream(new byte[0]);
    table.print(new Terminal(stream, stream, in, columns, Set.of(abilities)));
    return out.toString(UTF_8);
  }

  private static Table table() {
    return new Table(Column.of("NAME"), Column.ofNumbers("N"), Column.flexible("WHAT"))
        .row("one", "1", "a short text")
        .row("three", "333", "a much longer text than that");
  }

  @Test
  void columnsAreAligned() {
    assertThat(printed(table(), 80))
        .isEqualTo(
            """
            NAME     N  WHAT
            one      1  a short text
            three  333  a much longer text than that
            """);
  }

  @Test
  void flexibleColumnsAreCutFirst() {
    assertThat(printed(table(), 27, Ability.SIGNS))
        .isEqualTo(
            """
            NAME     N  WHAT
            one      1  a short text
            three  333  a much longer…
            """);
  }

  @Test
  void thenTheLastFlexibleOneIsLeftOut() {
    assertThat(printed(table(), 15)).isEqualTo("NAME     N\none      1\nthree  333\n");
  }

  @Test
  void thenEachRowIsABlock() {
    assertThat(printed(table(), 8)).startsWith("one\n  n: 1\n  what: a short text\nthree\n");
  }

  @Test
  void emptyColumnsAreLeftOut() {
    var table = new Table(Column.of("A"), Column.of("B"), Column.of("C")).row("x", "", "y");

    assertThat(printed(table, 80)).isEqualTo("A  C\nx  y\n");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    var table = new Table(Column.of("A"), Column.of("B")).row("修理", "x").row("e\u0301t", "y");

    assertThat(printed(table, 80)).isEqualTo("A     B\n修理  x\ne\u0301t    y\n");
  }

  @Test
  void coloursDoNotMoveColumns() {
    var table = new Table(Column.of("A"), Column.of("B")).row(new Cell("x", Style.BAD), "y");

    assertThat(printed(table, 80, Ability.COLOUR))
        .isEqualTo("\u001b[2mA\u001b[0m  \u001b[2mB\u001b[0m\n\u001b[31mx\u001b[0m  y\n");
  }

  @Test
  void nothingInACellSteersTheTerminal() {
    var table = new Table(Column.of("A")).row("a\u001b]0;title\u0007b\u001b[2Jc\nd\u202ee");

    assertThat(printed(table, 80)).isEqualTo("A\nabc d e\n");
  }
}
