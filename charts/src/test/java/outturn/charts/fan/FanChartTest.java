package outturn.charts.fan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.charts.Golden;
import outturn.charts.SvgText;
import outturn.charts.control.Caption;
import outturn.charts.svg.Size;
import outturn.evidence.series.Series;
import outturn.evidence.trajectory.PathShape;
import outturn.evidence.trajectory.Trajectory;

class FanChartTest {
  @ParameterizedTest
  @MethodSource("charts")
  void noTextOverlapsAnotherOrLeavesTheDrawing(FanChart chart) {
    for (Size size : List.of(Size.WIDE, Size.NARROW, new Size(640, 300))) {
      List<SvgText> texts = SvgText.all(chart.draw(size).inline());
      for (int i = 0; i < texts.size(); i++) {
        SvgText text = texts.get(i);
        assertThat(text.left()).as("%s at %s", text, size).isGreaterThanOrEqualTo(0);
        assertThat(text.right()).as("%s at %s", text, size).isLessThanOrEqualTo(size.width());
        assertThat(text.bottom()).as("%s at %s", text, size).isLessThanOrEqualTo(size.height());
        assertThat(texts.subList(i + 1, texts.size())).as("at %s", size).noneMatch(text::overlaps);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyVariantIsWellFormedAndSuitsAStrictPolicy(FanChart chart) {
    String print = chart.draw(Size.WIDE).print();
    for (String svg : List.of(chart.draw(Size.WIDE).inline(), print)) {
      assertThat(SvgText.parse(svg).getDocumentElement().getAttribute("role")).isEqualTo("img");
      assertThat(svg).doesNotContain(" style=", "<script", "href", "NaN", "Infinity");
    }
    assertThat(print).doesNotContain("var(");
  }

  @Test
  void theFanBeginsAtTheLastValueAndHasBothBands() {
    String svg = chart(Series.of(5, 7, 6, 8)).withTarget(4).draw(Size.WIDE).inline();
    assertThat(svg.split("class=\"outturn-band\"", -1)).hasSize(3);
    assertThat(svg).contains("range of 95 %", "range of 80 %", "outturn-target");
    assertThat(SvgText.parse(svg).getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(
            "What may come. Forecast for July 2026: 9.00, range of 95 % 5.00 to 13.00,"
                + " range of 80 % 7.00 to 11.00. Target 4.");
  }

  @Test
  void aGapAtTheEndLeavesTheFanOnItsOwn() {
    String svg = chart(Series.of(5, 7, 6, Double.NaN)).draw(Size.WIDE).inline();
    assertThat(svg).containsPattern("outturn-forecast\" d=\"M[0-9. ]+L[0-9. ]+L[0-9. ]+\"");
  }

  @Test
  void whatIsNotAsLongAsItsPeriodsIsRefused() {
    assertThatThrownBy(() ->
            new FanChart(
                new Caption("a", ""),
                "u",
                List.of(),
                Series.of(1),
                Series.of(),
                List.of(),
                Wanted.NOTHING))
        .hasMessageContaining("0 periods for 1 values");
    assertThatThrownBy(() ->
            new FanChart(
                new Caption("a", ""),
                "u",
                List.of(LocalDate.EPOCH),
                Series.of(),
                Series.of(1),
                List.of(new Band(.9, Series.of(), Series.of(1))),
                Wanted.NOTHING))
        .hasMessageContaining("not as long");
  }

  @Test
  void aPlanIsDrawnAsAccepted() {
    Golden.assertAccepted("fan-plan.svg", planned().draw(Size.WIDE).standalone());
  }

  @Test
  void thePlannedPathIsDashedAndSaid() {
    String svg = planned().draw(Size.WIDE).inline();
    assertThat(svg).contains("outturn-plan", "stroke-dasharray=\"7 4\"", "planned path");
    assertThat(SvgText.parse(svg).getElementsByTagName("desc").item(0).getTextContent())
        .endsWith("Planned then: 4.00. Target 4.");
    assertThat(chart(Series.of(5, 7, 6, 8)).draw(Size.WIDE).inline())
        .doesNotContain("class=\"outturn-plan\"", "planned path");
  }

  /// From the mean of four months to the target in the last period ahead.
  private static FanChart planned() {
    return chart(Series.of(5, 7, 6, 8))
        .withTarget(4)
        .withTrajectory(new Trajectory(3, 6.5, 6, 4, PathShape.S_CURVE));
  }

  static List<FanChart> charts() {
    return List.of(
        chart(Series.of(5, 7, 6, 8)).withTarget(12),
        chart(Series.of(5, Double.NaN, 6, 8)),
        planned(),
        chart(Series.of(5e6, 7e6, 6e6, 8e6)).withTarget(-3e6));
  }

  /// Four months, and three ahead at 9.
  private static FanChart chart(Series values) {
    List<LocalDate> periods =
        IntStream.range(0, 7).mapToObj(i -> LocalDate.of(2026, 1 + i, 1)).toList();
    return new FanChart(
        new Caption("Calls <late>", "What may come."),
        "one value each month",
        periods,
        values,
        Series.of(9, 9, 9),
        List.of(
            new Band(.95, Series.of(7, 6, 5), Series.of(11, 12, 13)),
            new Band(.8, Series.of(8, 7.5, 7), Series.of(10, 10.5, 11))),
        Wanted.NOTHING);
  }
}
