package outturn.charts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.charts.Golden;
import outturn.charts.SvgText;
import outturn.charts.svg.Size;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.Xmr;
import outturn.evidence.xmr.XmrOptions;

class ControlChartTest {
  private static final Caption CAPTION = new Caption("Letters <late> & lost", "");
  private static final XmrOptions LOWER = XmrOptions.standard(Direction.LOWER_IS_BETTER);

  @Test
  void theRoadCasualtiesAreDrawnAsAccepted() {
    ControlChart chart = Seatbelts.chart();
    Golden.assertAccepted("seatbelts-wide.svg", chart.draw(Size.WIDE).inline());
    Golden.assertAccepted("seatbelts-narrow.svg", chart.draw(Size.NARROW).standalone());
  }

  @Test
  void theRepairsAreDrawnAsAccepted() {
    Golden.assertAccepted("repairs-wide.svg", Repairs.chart().draw(Size.WIDE).standalone());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void noTextOverlapsAnotherOrLeavesTheDrawing(ControlChart chart) {
    for (Size size : List.of(Size.WIDE, Size.NARROW, new Size(640, 300), new Size(1400, 420))) {
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
  void everyVariantIsWellFormedAndSuitsAStrictPolicy(ControlChart chart) {
    String inline = chart.draw(Size.WIDE).inline();
    String print = chart.draw(Size.WIDE).print();
    for (String svg : List.of(inline, print, chart.draw(Size.WIDE).standalone())) {
      assertThat(SvgText.parse(svg).getDocumentElement().getAttribute("role")).isEqualTo("img");
      assertThat(svg).doesNotContain(" style=", "<script", "href", "NaN", "Infinity");
    }
    assertThat(inline).doesNotContain("<style");
    assertThat(print).doesNotContain("var(");
  }

  @Test
  void aStandaloneFileFollowsTheColourSchemeAndHasItsHeading() {
    String svg = Seatbelts.chart().draw(Size.WIDE).standalone();
    assertThat(svg)
        .contains("prefers-color-scheme:dark", ">Car drivers killed or seriously injured</text>");
    assertThat(svg).contains("viewBox=\"0 -32 960 392\"");
  }

  @Test
  void theDescriptionTellsTheChartInWords() {
    String svg = Repairs.chart().draw(Size.WIDE).inline();
    assertThat(SvgText.parse(svg).getElementsByTagName("desc").item(0).getTextContent())
        .startsWith(
            "How often the tenant needs only one visit. 34 weeks from 1 Sep 2025 to 20 Apr 2026")
        .contains("2 missing", "Since 1 Sep 2025: mean 70.7, process limits")
        .contains(
            "14 improvements",
            "Target 85: by these limits the process misses it",
            "Noise alone shows one on about 22%")
        .contains("19 Jan 2026, parts forecast live; 9 Feb 2026, call training");
  }

  @Test
  void specialCausesHaveATooltipWithTheirRule() {
    assertThat(Seatbelts.chart().draw(Size.WIDE).inline())
        .contains(
            "<title>June 1983: 1,177. Improvement, one of two in three near a limit.</title>");
  }

  @Test
  void missingPeriodsBreakTheLine() {
    ControlChart chart = monthly(Series.of(1, 2, Double.NaN, 2, 1));
    assertThat(chart.draw(Size.WIDE).inline())
        .containsPattern("class=\"outturn-series\" d=\"M[0-9. ]+L[0-9. ]+M[0-9. ]+L[0-9. ]+\"");
  }

  @Test
  void aValueThatDoesNotCountIsARingWithItsReasonAndLeavesAGap() {
    ControlChart chart =
        monthly(Series.of(1, 2, Double.NaN, 2, 1)).withExcluded(2, 90, "it is above 60");
    String svg = chart.draw(Size.WIDE).inline();
    assertThat(svg)
        .contains("class=\"outturn-excluded\"", ">not counted<", "Not counted: January 2026, 90")
        .containsPattern("<title>January 2026: 90[.0]*. Not counted: it is above 60.</title>")
        .containsPattern("class=\"outturn-series\" d=\"M[0-9. ]+L[0-9. ]+M[0-9. ]+L[0-9. ]+\"");
    assertThat(
            new outturn.charts.terminal.Terminal(80, 14, outturn.charts.terminal.Alphabet.ASCII)
                .draw(chart))
        .contains("@ not counted");
    assertThatThrownBy(() -> chart.withExcluded(5, 90, "it is above 60"))
        .hasMessageContaining("an excluded value at 5 of 5 periods");
  }

  @Test
  void limitsAreCutWhereNoValueIsPossible() {
    Series late = Series.of(1, 9, 0, 8, 1, 9, 0, 8);
    assertThat(monthly(late).draw(Size.WIDE).inline()).contains(">limit 0.0<");
  }

  @Test
  void labelsThatFindNoRoomLeaveTheirLineWithATooltip() {
    ControlChart chart = Seatbelts.chart();
    for (int day = 1; day <= 8; day++) {
      chart = chart.withChange(LocalDate.of(1975, 1, day), "a change with a long label " + day);
    }
    String svg = chart.draw(Size.NARROW).inline();
    assertThat(svg).contains("<title>a change with a long label 8</title>");
    assertThat(SvgText.all(svg)).extracting(SvgText::text).contains("seat belts compulsory");
  }

  @Test
  void inconsistentPartsAreRefused() {
    ControlChart chart = monthly(Series.of(1, 2, 3));
    assertThatThrownBy(() -> chart.withBackground("raw", Series.of(1)))
        .hasMessageContaining("1 background values for 3 values");
    assertThatThrownBy(() -> chart.withBaseline(new Window(0, 4)))
        .hasMessageContaining("the baseline ends behind");
    LocalDate day = LocalDate.of(2026, 1, 1);
    assertThatThrownBy(() ->
            ControlChart.of(
                CAPTION, Quantity.of("u"), List.of(day, day), Xmr.of(Series.of(1, 2), LOWER)))
        .hasMessageContaining("periods must ascend");
  }

  static Stream<ControlChart> charts() {
    return Stream.of(
        Seatbelts.chart(),
        Repairs.chart(),
        monthly(Series.of()),
        monthly(Series.of(4)),
        monthly(Series.of(5, 5, 5)).withTarget(5),
        monthly(Series.of(1_234_567, 2_345_678, 1_934_000)).withTarget(1_999_999.5),
        monthly(Series.of(.0012, .0013, Double.NaN, .0011)));
  }

  private static ControlChart monthly(Series series) {
    LocalDate first = LocalDate.of(2025, 11, 1);
    List<LocalDate> months = IntStream.range(0, series.size()).mapToObj(first::plusMonths).toList();
    return ControlChart.of(
        CAPTION, Quantity.amount("letters a month"), months, Xmr.of(series, LOWER));
  }
}
