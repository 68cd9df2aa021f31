package outturn.charts.waterfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.charts.Golden;
import outturn.charts.SvgText;
import outturn.charts.control.Caption;
import outturn.charts.waterfall.Step.Kind;
import outturn.charts.waterfall.Step.Money;
import outturn.evidence.quantity.Spread;

class WaterfallTest {
  private static final Caption CAPTION = new Caption("Worth <now> & then", "It is a case.");

  @Test
  void theWaterfallIsDrawnAsAccepted() {
    Golden.assertAccepted("waterfall.svg", waterfall(1000).draw(960).standalone());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 1000, 1e9, 0})
  void noTextOverlapsAnotherOrLeavesTheDrawing(double size) {
    for (int width : new int[] {960, 640, 360}) {
      SvgText.assertPlaced(waterfall(size).draw(width), width);
    }
  }

  @Test
  void whatIsNotCashIsHatchedAndSaid() {
    assertThat(waterfall(1).draw(960).inline())
        .contains("outturn-hatching", "not cash, or not all of it");
    Step cash = Step.total("net present value", Money.CASH, new Spread(1, 2, 3));
    assertThat(new Waterfall(CAPTION, "GBP of 2026", List.of(cash)).draw(960).inline())
        .doesNotContain("outturn-hatching", "not cash");
  }

  @Test
  void theStepsAreSaidInWordsWithTwoFigures() {
    String svg = waterfall(1000).draw(960).inline();

    assertThat(SvgText.parse(svg).getElementsByTagName("desc").item(0).getTextContent())
        .startsWith("It is a case. P50 with P10 and P90, in GBP of 2026: forecast: 38,000")
        .contains("costs: −7,500 (−8,000 to −6,500); then 12,000 (3,500 to 19,000).")
        .endsWith("net present value: 12,000 (3,500 to 19,000); not cash, or not all of it.");
  }

  @Test
  void aCaseHasSteps() {
    assertThatThrownBy(() -> new Waterfall(CAPTION, "GBP", List.of()))
        .hasMessageContaining("no steps");
  }

  private static Waterfall waterfall(double size) {
    List<Step> steps =
        List.of(
            change("forecast", 0, spread(size, 24, 38, 51), spread(size, 24, 38, 51)),
            change("not realised", 38 * size, spread(size, -26, -18, -9), spread(size, 12, 20, 28)),
            Step.total("of which cashable", Money.CASH, spread(size, 4, 6, 8)),
            Step.total("of which non-cashable", Money.NOT_CASH, spread(size, 8, 14, 20)),
            new Step(
                "costs",
                Kind.CHANGE,
                Money.CASH,
                20 * size,
                spread(size, -8, -7.5, -6.5),
                spread(size, 3.5, 12.2, 19.4)),
            Step.total("net present value", Money.NOT_CASH, spread(size, 3.5, 12.2, 19.4)));
    return new Waterfall(CAPTION, "GBP of 2026", steps);
  }

  private static Step change(String name, double from, Spread change, Spread standing) {
    return new Step(name, Kind.CHANGE, Money.NOT_CASH, from, change, standing);
  }

  private static Spread spread(double size, double p10, double p50, double p90) {
    return new Spread(p10 * size, p50 * size, p90 * size);
  }
}
