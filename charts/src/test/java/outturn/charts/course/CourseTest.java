package outturn.charts.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.charts.Golden;
import outturn.charts.SvgText;
import outturn.charts.control.Caption;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

class CourseTest {
  private static final double NONE = Double.NaN;
  private static final Caption CAPTION = new Caption("Letters <late> & lost", "Counted by hand.");

  @Test
  void chartsAreDrawnAsAccepted() {
    Golden.assertAccepted(
        "counterfactual-narrow.svg", counterfactual(30, 20, 7).draw(new Size(360, 340)).inline());
    Golden.assertAccepted("levels.svg", levels(60, true).draw(Size.WIDE).inline());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void noTextOverlapsAnotherOrLeavesTheDrawing(Function<Size, Drawing> chart) {
    for (Size size : List.of(Size.TALL, Size.WIDE, Size.NARROW, new Size(640, 300))) {
      List<SvgText> texts = SvgText.all(chart.apply(size).inline());
      for (int i = 0; i < texts.size(); i++) {
        SvgText text = texts.get(i);
        assertThat(text.left()).as("%s at %s", text, size).isGreaterThanOrEqualTo(0);
        assertThat(text.right()).as("%s at %s", text, size).isLessThanOrEqualTo(size.width());
        assertThat(text.bottom()).as("%s at %s", text, size).isLessThanOrEqualTo(size.height());
        assertThat(texts.subList(i + 1, texts.size()))
            .as("%s at %s", text, size)
            .noneMatch(text::overlaps);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyVariantIsWellFormedAndSuitsAStrictPolicy(Function<Size, Drawing> chart) {
    Drawing drawing = chart.apply(Size.TALL);
    for (String svg : List.of(drawing.inline(), drawing.print(), drawing.standalone())) {
      assertThat(SvgText.parse(svg).getDocumentElement().getAttribute("role")).isEqualTo("img");
      assertThat(svg).doesNotContain(" style=", "<script", "href", "NaN", "Infinity");
    }
  }

  private static Stream<Named<Function<Size, Drawing>>> charts() {
    Function<Size, Drawing> few = counterfactual(4, 2, 0)::draw;
    Function<Size, Drawing> many = counterfactual(300, 290, 0)::draw;
    Function<Size, Drawing> gaps = counterfactual(40, 20, 3)::draw;
    Function<Size, Drawing> early = counterfactual(20, 0, 5)::draw;
    Function<Size, Drawing> steps = levels(60, true)::draw;
    Function<Size, Drawing> without = levels(12, false)::draw;
    return Stream.of(
        Named.of("few", few),
        Named.of("many", many),
        Named.of("gaps", gaps),
        Named.of("early", early),
        Named.of("steps", steps),
        Named.of("without", without));
  }

  @Test
  void theBandBeginsAtTheChangeAndIsBrokenAtGaps() {
    String svg = counterfactual(30, 20, 7).draw(Size.TALL).inline();
    String band = svg.split("class=\"outturn-band\"", -1)[1];
    // The values of 20 to 29 with a gap at 21 and 28, of which the band knows nothing.
    assertThat(band.substring(0, band.indexOf("/>")).chars().filter(c -> c == 'M')).hasSize(1);
    String difference = svg.split("class=\"outturn-band\"", -1)[2];
    assertThat(difference.substring(0, difference.indexOf("/>")).chars().filter(c -> c == 'M'))
        .hasSize(3);
  }

  @Test
  void thoseWhoDoNotSeeTheChartAreTold() {
    assertThat(counterfactual(30, 20, 0).draw(Size.TALL).inline())
        .contains(
            "Counted by hand. 30 months from January 2024 to June 2026.",
            "From September 2025 on the 10 values are on average 5.0 above what a model expects"
                + " without the change.");
    assertThat(levels(60, true).draw(Size.WIDE).inline())
        .contains(
            "What happened between June 2026 and July 2026? The last period before may be any from"
                + " May 2026 to August 2026. The mean is 10 before and 20 after.");
    assertThat(levels(12, false).draw(Size.WIDE).inline()).contains("No change stands out.");
  }

  @Test
  void aChartOfOtherPeriodsIsRefused() {
    Course course = course(10, 0);
    Series ten = course.values();
    Expected fewer = new Expected(ten, ten, Series.of(1), .95);
    assertThatThrownBy(() -> new CounterfactualChart(course, fewer, 3))
        .hasMessageContaining("other than 10 periods");
    assertThatThrownBy(() -> new CounterfactualChart(course, new Expected(ten, ten, ten, .95), 10))
        .hasMessageContaining("period 11 of 10");
    assertThatThrownBy(() -> new LevelChart(course, List.of(), List.of()))
        .hasMessageContaining("one more");
  }

  private static CounterfactualChart counterfactual(int n, int change, int gaps) {
    double[][] lines = new double[3][n];
    for (int i = 0; i < n; i++) {
      lines[0][i] = i < change ? NONE : 100 + i % 5;
      lines[1][i] = lines[0][i] - 8 - .1 * i;
      lines[2][i] = lines[0][i] + 8 + .1 * i;
    }
    Expected expected =
        new Expected(Series.of(lines[0]), Series.of(lines[1]), Series.of(lines[2]), .95);
    return new CounterfactualChart(course(n, gaps), expected, change);
  }

  /// @param gaps distance of missing values; 0 for none
  private static Course course(int n, int gaps) {
    List<LocalDate> months =
        IntStream.range(0, n).mapToObj(i -> LocalDate.of(2024, 1, 1).plusMonths(i)).toList();
    double[] values =
        IntStream.range(0, n)
            .mapToDouble(i -> gaps > 0 && i % gaps == 0 ? NONE : 105 + i % 5)
            .toArray();
    return new Course(CAPTION, "letters a month", months, Series.of(values));
  }

  private static LevelChart levels(int n, boolean withBreaks) {
    List<Break> breaks = new ArrayList<>();
    List<Level> levels = new ArrayList<>();
    int from = 0;
    for (int at = 30; withBreaks && at < n; at += 6) {
      Window range = at == 36 ? null : new Window(at - 2, at + 2);
      breaks.add(new Break(at - 1, at, range));
      levels.add(new Level(new Window(from, at), 10.0 * (levels.size() + 1)));
      from = at;
    }
    levels.add(new Level(new Window(from, n), 12));
    return new LevelChart(course(n, 7), levels, breaks);
  }
}
