package outturn.charts.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import outturn.charts.Golden;
import outturn.charts.control.Caption;
import outturn.charts.control.ControlChart;
import outturn.charts.control.Quantity;
import outturn.charts.control.Repairs;
import outturn.charts.control.Seatbelts;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.Xmr;
import outturn.evidence.xmr.XmrOptions;

class TerminalTest {
  @Test
  void theRoadCasualtiesArePrintedAsAccepted() {
    ControlChart chart = Seatbelts.chart();
    Golden.assertAccepted("seatbelts.txt", Terminal.standard(Alphabet.UNICODE).draw(chart));
    Golden.assertAccepted("seatbelts-ascii.txt", Terminal.standard(Alphabet.ASCII).draw(chart));
  }

  @Test
  void theRepairsArePrintedAsAccepted() {
    Golden.assertAccepted(
        "repairs.txt", new Terminal(100, 18, Alphabet.UNICODE).draw(Repairs.chart()));
  }

  @Test
  void theChartFitsTheTerminal() {
    for (Terminal terminal :
        List.of(Terminal.standard(Alphabet.UNICODE), new Terminal(40, 8, Alphabet.ASCII))) {
      String text = terminal.draw(Repairs.chart());
      assertThat(text.lines()).hasSize(terminal.rows());
      assertThat(text.lines()).allMatch(line -> line.length() <= terminal.columns());
    }
  }

  @Test
  void theFallbackIsPlainAscii() {
    assertThat(Terminal.standard(Alphabet.ASCII).draw(Repairs.chart()))
        .matches("[\\x20-\\x7e\\n]+")
        .contains("= target 85", "o improvement");
  }

  @Test
  void anEmptyChartHasItsAxes() {
    Caption caption = new Caption("Nothing yet", "");
    XmrOptions options = XmrOptions.standard(Direction.NEUTRAL);
    ControlChart chart =
        ControlChart.of(caption, Quantity.of("items"), List.of(), Xmr.of(Series.of(), options));
    assertThat(Terminal.standard(Alphabet.UNICODE).draw(chart)).startsWith("Nothing yet, items\n");
  }

  @Test
  void aTerminalTooSmallIsRefused() {
    assertThatThrownBy(() -> new Terminal(20, 5, Alphabet.ASCII))
        .hasMessageContaining("expected at least 40 x 8");
  }
}
