package outturn.cli.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "\uFEFFa,b\r\n1,2\r\n"})
  void theSeparatorIsTheOneOfTheHeader(String text) {
    var file = CsvReader.parse("t.csv", text);

    assertThat(file.header()).containsExactly("a", "b");
    assertThat(Numbers.of(file, "b")).containsExactly(2);
  }

  @Test
  void rowsKnowTheLineInWhichTheyBegin() {
    var file = CsvReader.parse("t.csv", "a,b\n\n1,\"x\ny\"\n\n2,z\n");

    assertThat(file.rows()).extracting(CsvFile.Row::line).containsExactly(3, 6);
  }

  @Test
  void missingCellsStayMissing() {
    var file = CsvReader.parse("t.csv", "a,b\n1,\n2,NA\n3, nan \n4,-.5e1\n");

    assertThat(Numbers.of(file, "b")).containsExactly(Double.NaN, Double.NaN, Double.NaN, -5);
  }

  @Test
  void anEmptyLineBetweenTheValuesOfASingleColumnIsAMissingOne() {
    var file = CsvReader.parse("t.csv", "a\n\n1\n\n\"\"\n3\n\n");

    assertThat(Numbers.of(file, "a")).containsExactly(Double.NaN, 1, Double.NaN, Double.NaN, 3);
    assertThat(file.rows()).extracting(CsvFile.Row::line).containsExactly(2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n|t.csv:2: 'n' in column 'a' is not a number (not-a-number)",
        "'1,234'|t.csv:2: '1,234' in column 'a' is not a number (not-a-number)",
        "12 %|t.csv:2: '12 %' in column 'a' is not a number (not-a-number)",
        "0x1p3|t.csv:2: '0x1p3' in column 'a' is not a number (not-a-number)",
        "Infinity|t.csv:2: 'Infinity' in column 'a' is not a number (not-a-number)",
        "1e999|t.csv:2: 1e999 in column 'a' is too large (out-of-range)",
      })
  void whatIsNoNumberIsRefused(String cell, String told) {
    var file = CsvReader.parse("t.csv", "a,b\n\"%s\",2\n".formatted(cell));

    assertThatThrownBy(() -> Numbers.of(file, "a")).hasMessage(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|t.csv: it is empty (empty)",
        "'a,b;1,2;1'|t.csv:3: expected 2 cells as in the header, found 1 (not-csv)",
        "'a,b;1,\"2'|t.csv:2: a cell in quotes is not closed or goes on after them (not-csv)",
        "'a,b;1,\"2\"3'|t.csv:2: a cell in quotes is not closed or goes on after them (not-csv)",
      })
  void aBrokenFileIsRefused(String lines, String told) {
    assertThatThrownBy(() -> CsvReader.parse("t.csv", lines.replace(';', '\n'))).hasMessage(told);
  }

  @Test
  void aColumnThatIsThereTwiceIsRefused() {
    var file = CsvReader.parse("t.csv", "a,a\n1,2\n");

    assertThatThrownBy(() -> file.column("a"))
        .hasMessage("t.csv:1: there are several columns 'a' (missing-column)");
  }
}
