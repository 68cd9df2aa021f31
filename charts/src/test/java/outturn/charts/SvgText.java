package outturn.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.TextWidth;

/// A visible text of a drawing with the box it takes.
public record SvgText(String text, double left, double top, double right, double bottom) {
  /// Widths are estimated generously, so texts may come this near.
  private static final double SLACK = 1;

  public static Document parse(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("not well-formed: " + e.getMessage(), e);
    }
  }

  public static List<SvgText> all(String svg) {
    NodeList elements = parse(svg).getElementsByTagName("text");
    List<SvgText> texts = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(of((Element) elements.item(i)));
    }
    return texts;
  }

  /// No text overlaps another or leaves the drawing, and every length is a number.
  public static void assertPlaced(Drawing drawing, int width) {
    List<SvgText> texts = all(drawing.inline());
    String box = parse(drawing.inline()).getDocumentElement().getAttribute("height");
    for (int i = 0; i < texts.size(); i++) {
      SvgText text = texts.get(i);
      assertThat(text.left()).as("%s at %s", text, width).isGreaterThanOrEqualTo(0);
      assertThat(text.right()).as("%s at %s", text, width).isLessThanOrEqualTo(width);
      assertThat(text.bottom()).as("%s", text).isLessThanOrEqualTo(Double.parseDouble(box));
      assertThat(texts.subList(i + 1, texts.size())).as("at %s", width).noneMatch(text::overlaps);
    }
    assertThat(drawing.standalone()).doesNotContain("NaN", "Infinity", "\u221e", " style=");
  }

  private static SvgText of(Element element) {
    double font = Double.parseDouble(inherited(element, "font-size", "16"));
    double width = TextWidth.of(element.getTextContent(), font);
    double x = Double.parseDouble(element.getAttribute("x"));
    double y = Double.parseDouble(element.getAttribute("y"));
    double left =
        switch (inherited(element, "text-anchor", "start")) {
          case "end" -> x - width;
          case "middle" -> x - width / 2;
          default -> x;
        };
    String text = element.getTextContent();
    return new SvgText(text, left, y - font * .75, left + width, y + font * .2);
  }

  private static String inherited(Element element, String attribute, String otherwise) {
    if (element.hasAttribute(attribute)) {
      return element.getAttribute(attribute);
    }
    return element.getParentNode() instanceof Element parent
        ? inherited(parent, attribute, otherwise)
        : otherwise;
  }

  public boolean overlaps(SvgText other) {
    return left + SLACK < other.right
        && other.left + SLACK < right
        && top + SLACK < other.bottom
        && other.top + SLACK < bottom;
  }
}
