package outturn.charts.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.charts.Golden;
import outturn.charts.SvgText;
import outturn.charts.control.Caption;
import outturn.charts.sequence.SequenceChart.Look;
import outturn.charts.svg.Size;

class SequenceChartTest {
  private static final Caption CAPTION = new Caption("Minutes <saved> & more", "So far.");

  @Test
  void theSequenceIsDrawnAsAccepted() {
    Golden.assertAccepted("sequence.svg", chart(20, 150, 3).draw(Size.WIDE).standalone());
  }

  @ParameterizedTest
  @CsvSource({"20, 150, 3", "20, 20, 1e6", "20, 90000, .001", "1, 91, -5"})
  void noTextOverlapsAnotherOrLeavesTheDrawing(int first, int last, double value) {
    for (Size size : List.of(Size.WIDE, Size.NARROW, new Size(640, 300))) {
      SvgText.assertPlaced(chart(first, last, value).draw(size), size.width());
    }
  }

  @Test
  void zeroIsOnTheScaleAndTheReviewIsMarkedOnceItIsReached() {
    assertThat(chart(20, 150, 3).draw(Size.WIDE).inline())
        .contains("outturn-zero", "planned review", "confidence sequence of 95 %")
        .contains("So far. 131 looks; the last: 150 values: 2.98 (1.51 to 4.45).");
    assertThat(chart(20, 80, 3).draw(Size.WIDE).inline()).doesNotContain("planned review");
  }

  @Test
  void aSequenceHasLooks() {
    assertThatThrownBy(() -> new SequenceChart(CAPTION, "minutes", .95, 90, List.of()))
        .hasMessageContaining("no looks");
  }

  private static SequenceChart chart(int first, int last, double value) {
    int step = Math.max(1, (last - first) / 150);
    List<Look> looks =
        IntStream.iterate(first, n -> n <= last, n -> n + step)
            .mapToObj(n -> {
              double estimate = value * (1 + Math.sin(n * .7) / n);
              double half = Math.abs(value) * 6 / Math.sqrt(n);
              return new Look(n, estimate, estimate - half, estimate + half);
            })
            .toList();
    return new SequenceChart(CAPTION, "minutes", .95, 90, looks);
  }
}
