package outturn.charts.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import outturn.charts.Golden;
import outturn.charts.SvgText;
import outturn.charts.answers.Group.Answer;
import outturn.charts.answers.Group.Side;
import outturn.charts.control.Caption;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;

class AnswerChartTest {
  private static final Caption CAPTION = new Caption("Would <you> recommend & so on", "Asked.");
  private static final Group ANSWERS =
      new Group(
          "",
          List.of(
              new Answer("0 to 6", Side.AGAINST, 20),
              new Answer("7 or 8, which count for neither side", Side.NEITHER, 1),
              new Answer("9 or 10", Side.FOR, 1050)));

  @Test
  void answersAreDrawnAsAccepted() {
    Golden.assertAccepted("answers.svg", chart(-100, 100, ANSWERS).draw(960).standalone());
    Golden.assertAccepted("interval.svg", chart(0, 1).draw(960).standalone());
  }

  @Test
  void noTextOverlapsAnotherOrLeavesTheDrawing() {
    Group second = new Group("the second wave & its very long name ".repeat(5), ANSWERS.answers());
    for (int width : new int[] {960, 640, 360}) {
      SvgText.assertPlaced(chart(-100, 100, ANSWERS, second).draw(width), width);
      SvgText.assertPlaced(chart(0, 1).draw(width), width);
      SvgText.assertPlaced(chart(-1e7, 1e9, new Group("none", List.of())).draw(width), width);
      SvgText.assertPlaced(chart(5, 5).draw(width), width);
    }
  }

  @Test
  void answersAreSaidWithHowManyGaveThem() {
    String svg = chart(-100, 100, ANSWERS).draw(960).inline();

    assertThat(SvgText.parse(svg).getElementsByTagName("desc").item(0).getTextContent())
        .startsWith("Asked. 1,071 answers. 0 to 6: 20 (2 %), ")
        .contains("for neither side: 1 (<1 %), ")
        .endsWith("the estimate: −25.0 (−40.0 to −10.0, interval of 95 %).");
  }

  @Test
  void groupsAreDrawnOnOneScale() {
    Group few = new Group("few", List.of(new Answer("yes", Side.FOR, 1)));
    Group many = new Group("many", List.of(answer("yes", 40), answer("no", 40)));

    NodeList bars =
        SvgText.parse(chart(0, 1, few, many).draw(960).inline()).getElementsByTagName("rect");

    // The first is the sample of the legend.
    assertThat(bars.getLength()).isEqualTo(4);
    assertThat(width(bars, 2)).isEqualTo(width(bars, 3)).isLessThan(.52 * width(bars, 1));
  }

  private static Answer answer(String label, int count) {
    return new Answer(label, Side.NEITHER, count);
  }

  private static double width(NodeList bars, int index) {
    return Double.parseDouble(((Element) bars.item(index)).getAttribute("width"));
  }

  private static AnswerChart chart(double least, double most, Group... groups) {
    double range = most - least;
    Interval interval = new Interval(least + range * .3, least + range * .45, .95);
    Estimate estimate =
        new Estimate(least + range * .375, range * .04, interval, OptionalDouble.empty());
    return new AnswerChart(
        CAPTION, "the estimate", List.of(least, most), estimate, List.of(groups));
  }
}
