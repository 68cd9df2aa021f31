package outturn.charts.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.charts.Golden;
import outturn.charts.SvgText;
import outturn.charts.control.Caption;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.evidence.series.Series;

class ComparisonChartTest {
  private static final Caption CAPTION =
      new Caption("Visits <per> site & year", "One value each year.");

  @Test
  void theEventStudyIsDrawnAsAccepted() {
    Golden.assertAccepted("event-study.svg", study(-8, 6, 4).draw(Size.WIDE).standalone());
  }

  @Test
  void theSyntheticPathsAreDrawnAsAccepted() {
    Golden.assertAccepted("synthetic.svg", paths(31, 19, 30).draw(Size.WIDE).standalone());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void noTextOverlapsAnotherOrLeavesTheDrawing(Function<Size, Drawing> chart) {
    for (Size size : List.of(Size.WIDE, Size.NARROW, new Size(640, 300))) {
      SvgText.assertPlaced(chart.apply(size), size.width());
    }
  }

  @Test
  void chartsSayInWordsWhatTheyShow() {
    assertThat(description(study(-8, 6, 4)::draw))
        .startsWith("One value each year. 8 periods before the start, of which 0 differ from zero.")
        .contains("The last point: 6 since the start: 6.0");
    assertThat(description(paths(31, 19, 30)::draw))
        .startsWith("One value each year. North from 1970 to 2000; from 1989 on it is");
  }

  @Test
  void pathsAndStartFitThePeriods() {
    assertThatThrownBy(() -> paths(5, 5, 1)).hasMessageContaining("a start at 5; expected 1 to 4");
    assertThatThrownBy(() -> new EventStudy(CAPTION, "visits", .95, List.of()))
        .hasMessageContaining("no points");
    assertThatThrownBy(() -> pair(4, 3, List.of()))
        .hasMessageContaining("4 treated and 4 synthetic values for 0 periods");
  }

  static Stream<Function<Size, Drawing>> charts() {
    return Stream.of(
        study(-8, 6, 4)::draw,
        study(-60, 200, 1e6)::draw,
        study(-1, 0, 1e-3)::draw,
        paths(31, 19, 30)::draw,
        paths(2, 1, 1e7)::draw,
        paths(150, 149, .001)::draw);
  }

  private static EventStudy study(int first, int last, double size) {
    List<EventStudy.Point> points =
        IntStream.rangeClosed(first, last)
            .mapToObj(at -> {
              double value = size * (at < 0 ? Math.sin(at + 1) / 4 : 1 + at / 12.0);
              double half = at == -1 ? 0 : size * .6;
              return new EventStudy.Point(
                  at,
                  at == -1 ? 0 : value,
                  at == -1 ? 0 : value - half,
                  at == -1 ? 0 : value + half);
            })
            .toList();
    return new EventStudy(CAPTION, "visits", .95, points);
  }

  private static SyntheticPaths paths(int periods, int start, double size) {
    LocalDate first = LocalDate.of(1970, 1, 1);
    List<LocalDate> years = IntStream.range(0, periods).mapToObj(first::plusYears).toList();
    return pair(start, size, years, periods);
  }

  private static SyntheticPaths pair(int start, double size, List<LocalDate> years) {
    return pair(start, size, years, 4);
  }

  private static SyntheticPaths pair(int start, double size, List<LocalDate> years, int values) {
    double[] synthetic =
        IntStream.range(0, values).mapToDouble(t -> size * (4 + Math.sin(t * .7))).toArray();
    double[] treated =
        IntStream.range(0, values)
            .mapToDouble(
                t -> synthetic[t] + size * (Math.cos(t) / 8 - (t < start ? 0 : (t - start) * .1)))
            .toArray();
    SyntheticPaths.Pair pair =
        new SyntheticPaths.Pair("North", Series.of(treated), Series.of(synthetic));
    return new SyntheticPaths(CAPTION, "visits", years, pair, start);
  }

  private static String description(Function<Size, Drawing> chart) {
    String svg = chart.apply(Size.WIDE).inline();
    return SvgText.parse(svg).getElementsByTagName("desc").item(0).getTextContent();
  }
}
