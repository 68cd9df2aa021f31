package outturn.charts.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgTest {
  @Test
  void wordsAreEscaped() {
    Svg svg = Svg.picture("test", Size.NARROW, "a < b & \"c\"", "d\u0001e");
    assertThat(svg.drawing().inline()).contains("a &lt; b &amp; &quot;c&quot;", "d e");
  }

  @Test
  void lengthsAreShortAndNeverMinusZero() {
    assertThat(Svg.number(12.34)).isEqualTo("12.3");
    assertThat(Svg.number(12)).isEqualTo("12");
    assertThat(Svg.number(-.01)).isEqualTo("0");
  }

  @Test
  void aPageThatSetsNoVariablesShowsLightColours() {
    assertThat(Paint.CONCERN).hasToString("var(--outturn-concern,#e46c0a)");
    assertThat(Drawing.themes())
        .contains("--outturn-concern:light-dark(#e46c0a,#e46c0a)", "color-scheme:light dark");
  }

  @Test
  void printedDrawingsHaveColoursAsTheyAre() {
    Svg svg = Svg.picture("test", Size.NARROW, "t", "d").element("path", "fill", Paint.INK);
    assertThat(svg.drawing().print()).contains("fill=\"#1d2733\"").doesNotContain("var(");
  }

  @Test
  void longTextsAreCutWithAnEllipsis() {
    assertThat(TextWidth.fit("go-live", 12, 100)).isEqualTo("go-live");
    String cut = TextWidth.fit("a very long label of a change", 12, 60);
    assertThat(cut).endsWith("…");
    assertThat(TextWidth.of(cut, 12)).isLessThanOrEqualTo(60);
    assertThat(TextWidth.fit("abc", 12, 1)).isEmpty();
  }
}
