package outturn.charts.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import outturn.charts.Golden;
import outturn.charts.SvgText;
import outturn.charts.chain.Box.Edging;
import outturn.charts.chain.Box.Finding;
import outturn.charts.chain.Box.Look;
import outturn.charts.chain.Link.Effect;
import outturn.charts.chain.Link.Line;
import outturn.charts.control.Caption;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Paint;

class ChainChartTest {
  private static final Caption CAPTION = new Caption("Value <map> & more", "Two outcomes.");
  private static final Look DASHED = new Look(Edging.DASHED, Finding.NONE);
  private static final Look TO_MEND = new Look(Edging.SOLID, Finding.TO_MEND);
  private static final List<Column> COLUMNS =
      List.of(
          new Column("Levers", Paint.PLAN),
          new Column("Outputs", Paint.AXIS),
          new Column("Outcomes", Paint.EXPECTED),
          new Column("Benefits", Paint.TARGET),
          new Column("Objectives", Paint.SERIES));

  private record Area(double left, double top, double right, double bottom) {
    boolean overlaps(Area other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  @Test
  void theChainIsDrawnAsAccepted() {
    Golden.assertAccepted("chain.svg", small().draw(960).standalone());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 60})
  void noTextAndNoBoxOverlapsAnother(int outcomes) {
    for (int width : new int[] {720, 960, 1400}) {
      Drawing drawing = generated(outcomes).draw(width);
      SvgText.assertPlaced(drawing, width);
      List<Area> boxes = boxes(drawing);
      assertThat(boxes).hasSize(generated(outcomes).boxes().size());
      for (int i = 0; i < boxes.size(); i++) {
        assertThat(boxes.subList(i + 1, boxes.size())).noneMatch(boxes.get(i)::overlaps);
      }
    }
  }

  /// Three levers to each of three outcomes, and a lever of its own.
  @Test
  void betweenPartsThatAreNotLinkedIsNoBandOfNothing() {
    List<Box> boxes = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    Look plain = new Look(Edging.SOLID, Finding.NONE);
    boxes.add(new Box("alone", 0, "A lever that leads nowhere", "people", plain));
    for (int o = 0; o < 3; o++) {
      boxes.add(new Box("outcome-" + o, 2, "Outcome " + o, "desk", plain));
      for (int l = 0; l < 3; l++) {
        String lever = "lever-" + o + "-" + l;
        boxes.add(new Box(lever, 0, "Lever " + l + " of " + o, "process", plain));
        links.add(new Link(lever, "outcome-" + o, .3, Line.SOLID, Effect.GOOD, "because"));
      }
    }
    List<Area> rows =
        boxes(new ChainChart(CAPTION, COLUMNS, boxes, links).draw(960)).stream()
            .sorted(Comparator.comparingDouble(Area::top))
            .toList();

    double bottom = rows.getFirst().bottom();
    for (Area row : rows) {
      assertThat(row.top() - bottom).isLessThan(12);
      bottom = Math.max(bottom, row.bottom());
    }
  }

  @Test
  void aLinkThatPassesAColumnKeepsClearOfItsBoxes() {
    Drawing drawing = generated(30).draw(960);
    List<Area> boxes = boxes(drawing);
    int passing = 0;
    for (String path : paths(drawing)) {
      // What lies across a column is a level line from the end of a bend to the next one.
      double x = Double.NaN;
      double y = Double.NaN;
      for (String part : path.split("(?=[MCH])", -1)) {
        String[] numbers = part.substring(1).split(" ", -1);
        if (part.startsWith("H")) {
          passing++;
          Area line = new Area(x, y, Double.parseDouble(numbers[0]), y + .1);
          assertThat(boxes).noneMatch(line::overlaps);
        } else {
          x = Double.parseDouble(numbers[numbers.length - 2]);
          y = Double.parseDouble(numbers[numbers.length - 1]);
        }
      }
    }
    assertThat(passing).isGreaterThan(50);
  }

  @Test
  void whatIsNotMeasuredNotGroundedOrHarmfulIsSaidInTheKey() {
    assertThat(small().draw(960).inline())
        .contains("box: not measured", "nobody said why", "makes worse", "box: to be mended");
    assertThat(plain().draw(960).inline())
        .doesNotContain("box: not measured", "nobody said why", "makes worse", "box: to be mended");
  }

  @Test
  void whoDoesNotSeeItIsToldEachLink() {
    String told =
        SvgText.parse(small().draw(960).inline())
            .getElementsByTagName("desc")
            .item(0)
            .getTextContent();

    assertThat(told)
        .startsWith("Two outcomes. Everyone works to one close calendar leads to Figures by day 3.")
        .contains("Figures by day 3 leads to day earlier.");
  }

  @Test
  void aCircleIsDrawnToo() {
    List<Box> boxes = List.of(box("a", 0, "A", Look.PLAIN), box("b", 0, "B", Look.PLAIN));
    List<Link> links = List.of(link("a", "b", 1), link("b", "a", 1), link("a", "a", 1));

    Drawing drawing = new ChainChart(CAPTION, COLUMNS.subList(0, 2), boxes, links).draw(600);

    assertThat(paths(drawing)).hasSize(3);
    SvgText.assertPlaced(drawing, 600);
  }

  @Test
  void aLinkHasTwoBoxesAndABoxAColumn() {
    List<Box> boxes = List.of(box("a", 0, "A", Look.PLAIN));

    assertThatThrownBy(() -> new ChainChart(CAPTION, COLUMNS, boxes, List.of(link("a", "b", 1))))
        .hasMessage("no box at an end of the link from 'a' to 'b'");
    assertThatThrownBy(() -> new ChainChart(CAPTION, List.of(), boxes, List.of()))
        .hasMessage("box 'a' is in column 0 of 0");
  }

  @Test
  void nothingIsDrawnAsAnEmptyPicture() {
    SvgText.assertPlaced(new ChainChart(CAPTION, List.of(), List.of(), List.of()).draw(600), 600);
  }

  @Test
  void aLongWordIsBrokenAndALongTextHasAnEllipsis() {
    assertThat(Wrapped.lines("Lastschriftermächtigungsverfahren 😀", 12, 90, 9))
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> assertThat(line).isNotBlank());
    assertThat(Wrapped.lines("one two three four five six seven", 12, 60, 2))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("…");
    assertThat(Wrapped.lines("short", 12, 90, 3)).containsExactly("short");
  }

  private static List<Area> boxes(Drawing drawing) {
    var elements = SvgText.parse(drawing.inline()).getElementsByTagName("rect");
    List<Area> boxes = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      Element each = (Element) elements.item(i);
      if (each.hasAttribute("rx")) {
        double x = number(each, "x");
        double y = number(each, "y");
        boxes.add(new Area(x, y, x + number(each, "width"), y + number(each, "height")));
      }
    }
    return boxes;
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static List<String> paths(Drawing drawing) {
    var elements = SvgText.parse(drawing.inline()).getElementsByTagName("path");
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      Element each = (Element) elements.item(i);
      if (each.hasAttribute("stroke-opacity")) {
        paths.add(each.getAttribute("d"));
      }
    }
    return paths;
  }

  private static Box box(String id, int column, String title, Look look) {
    return new Box(id, column, title, "finance", look);
  }

  private static Link link(String from, String to, double strength) {
    return new Link(from, to, strength, Line.SOLID, Effect.GOOD, from + " leads to " + to);
  }

  private static ChainChart plain() {
    List<Box> boxes = List.of(box("a", 0, "A", Look.PLAIN), box("b", 1, "B", Look.PLAIN));
    return new ChainChart(CAPTION, COLUMNS, boxes, List.of(link("a", "b", 1)));
  }

  private static ChainChart small() {
    List<Box> boxes =
        List.of(
            box("l1", 0, "Everyone works to one close calendar", Look.PLAIN),
            box("l2", 0, "Invoices below 5,000 pounds wait for the next month", DASHED),
            box("l3", 0, "Overtime at the end of the month", Look.PLAIN),
            box("p1", 1, "Budget holders have last month's figures by 17:00 on day 3", Look.PLAIN),
            box("o1", 2, "Figures by day 3", Look.PLAIN),
            box("o2", 2, "Accountants get home earlier", TO_MEND),
            box("b1", 3, "day earlier", Look.PLAIN),
            box("g1", 4, "spend-what-was-planned", Look.PLAIN));
    List<Link> links =
        List.of(
            link("l1", "o1", .3),
            link("l2", "o1", .7),
            new Link("l3", "o2", 1, Line.SOLID, Effect.BAD, "overtime"),
            new Link("p1", "o1", 0, Line.DASHED, Effect.GOOD, "output"),
            link("o1", "b1", 0),
            link("b1", "g1", 0),
            link("o2", "g1", 0));
    return new ChainChart(CAPTION, COLUMNS, boxes, links);
  }

  /// Outcomes with three levers each, most with an output and a worth, in an order without sense.
  private static ChainChart generated(int outcomes) {
    Random random = new Random(7);
    List<Box> boxes = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int o = 0; o < outcomes; o++) {
      boxes.add(
          box(
              "o" + o,
              2,
              "Tenants of district %d wait fewer days for it".formatted(o),
              Look.PLAIN));
      for (int l = 0; l < 3; l++) {
        String id = "l%d-%d".formatted(o, l);
        boxes.add(
            box(id, 0, "Lever %d of outcome %d, told at some length".formatted(l, o), DASHED));
        links.add(link(id, "o" + o, random.nextDouble()));
      }
      boxes.add(box("p" + o, 1, "Output %d is there on time".formatted(o), Look.PLAIN));
      links.add(link("p" + o, "o" + random.nextInt(o + 1), 0));
      boolean valued = random.nextInt(3) > 0;
      if (valued) {
        boxes.add(box("b" + o, 3, "day of %d less".formatted(o), Look.PLAIN));
        links.add(link("o" + o, "b" + o, 0));
      }
      if (o < 5) {
        boxes.add(box("g" + o, 4, "objective-" + o, Look.PLAIN));
      }
      links.add(link((valued ? "b" : "o") + o, "g" + random.nextInt(Math.min(5, o + 1)), 0));
    }
    Collections.shuffle(boxes, random);
    return new ChainChart(CAPTION, COLUMNS, boxes, links);
  }
}
