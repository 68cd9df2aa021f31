package outturn.cli.evidence.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.cli.csv.CsvReader;

class PanelRowsTest {
  @Test
  void rowsInAnyOrderAreAPanelWithTheNamesOfTheFile() {
    var rows = rows("b,2026-02,4|a,2026-01,1|b,2026-01,3|a,2026-02,2|a,2026-03,5|b,2026-03,6");

    var panel = rows.panel(rows.starts(List.of(" a"), "2026-02")).result().orElseThrow();

    assertThat(panel.units()).containsExactly("b", "a");
    assertThat(panel.value(0, 1)).isEqualTo(4);
    assertThat(panel.value(1, 2)).isEqualTo(5);
    assertThat(panel.start(1)).isEqualTo(1);
    assertThat(panel.label(1)).isEqualTo("2026-02");
    assertThat(rows.timeline().step()).isEqualTo("month");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a,1,1|a,2,|b,1,1|b,2,1 ! t.csv:3: there is no value of a in 2 (not-a-number)",
        "a,1,1|a,2,1|,1,1|b,2,1 ! t.csv:4: the row has no unit (empty)",
        "a,1,1|a,1,2|b,1,1|b,2,1 ! t.csv:3: a in 1 stands in line 2 too (duplicate-period)",
        "a,1,1|a,2,2|b,1,1 ! t.csv: there is no row of b in 2 (irregular-periods)",
        "a,1,1|a,2,2|a,4,1|a,5,1|b,1,1 ! t.csv:4: 4 follows 2; expected one each row",
        "a,1,1|a,x,2 ! t.csv:3: 'x' is not a period (not-a-period)",
        "a,1,1|a,2,y ! t.csv:3: 'y' in column 'v' is not a number (not-a-number)",
      })
  void whatIsNoPanelIsToldWithItsLine(String lines, String told) {
    assertThatThrownBy(() -> rows(lines)).hasMessageContaining(told);
  }

  @Test
  void unitsAndStartsAreThoseOfTheFile() {
    var rows = rows("Leeds,1,1|Leeds,2,2|York,1,3|York,2,4");

    assertThat(rows.starts(List.of("York", "Leeds"), "2")).isEqualTo(Map.of("York", 1, "Leeds", 1));
    assertThatThrownBy(() -> rows.starts(List.of("Yorks"), "2"))
        .hasMessageContaining("there is no unit 'Yorks' (outside-the-data)");
    assertThatThrownBy(() -> rows.starts(List.of("York"), "1"))
        .hasMessageContaining("nothing stands before 1");
    assertThatThrownBy(() -> rows.starts(List.of("York"), "9"))
        .hasMessageContaining("no period of the file begins in 9 (outside-the-data)");
  }

  @Test
  void aColumnOfStartsIsTheSameInAllRowsOfAUnit() {
    var file = CsvReader.parse("t.csv", "u,t,v,g\na,1,1,2\na,2,2,2\nb,1,3,\nb,2,4,NA\n");
    var rows = PanelRows.of(file, "u", "t", "v");
    assertThat(rows.starts("g")).isEqualTo(Map.of("a", 1));

    var other = CsvReader.parse("t.csv", "u,t,v,g\na,1,1,2\na,2,2,\nb,1,3,\nb,2,4,\n");
    assertThatThrownBy(() -> PanelRows.of(other, "u", "t", "v").starts("g"))
        .hasMessageContaining("t.csv:3: a starts in '', and in a row above in '2'");
  }

  private static PanelRows rows(String lines) {
    var text = "u,t,v\n" + lines.replace('|', '\n') + "\n";
    return PanelRows.of(CsvReader.parse("t.csv", text), "u", "t", "v");
  }
}
