package outturn.charts.power;

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
import outturn.charts.power.PowerCurve.Point;
import outturn.charts.svg.Size;

class PowerCurveTest {
  private static final Caption CAPTION = new Caption("Smallest <step> & more", "Planned.");

  @Test
  void theCurveIsDrawnAsAccepted() {
    Golden.assertAccepted("power.svg", curve(18.2, .8).draw(Size.WIDE).standalone());
  }

  @ParameterizedTest
  @CsvSource({"18.2, .8", "1e-3, .05", "1e9, .99", "3, 1", "5, 0"})
  void noTextOverlapsAnotherOrLeavesTheDrawing(double step, double power) {
    for (Size size : List.of(Size.WIDE, Size.NARROW, new Size(640, 300))) {
      SvgText.assertPlaced(curve(step, power).draw(size), size.width());
    }
  }

  @Test
  void theMarkedStepIsSaidInWords() {
    assertThat(curve(18.2, .8).draw(Size.WIDE).inline())
        .contains("Planned. A step of 18.2 is seen with a chance of 80 %.", ">18.2: 80 %<");
  }

  @Test
  void aCurveHasPoints() {
    assertThatThrownBy(() -> new PowerCurve(CAPTION, "visits", List.of(), new Point(1, .8)))
        .hasMessageContaining("no points");
  }

  private static PowerCurve curve(double step, double power) {
    List<Point> points =
        IntStream.rangeClosed(0, 20)
            .mapToObj(i -> new Point(i * step / 10, 1 - Math.pow(1 - power * .98, i * i / 100.0)))
            .toList();
    return new PowerCurve(CAPTION, "size of the step", points, new Point(step, power));
  }
}
