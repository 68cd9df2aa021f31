package outturn.charts.svg;

import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A finished drawing, to be placed in a page, kept as a file or printed.
///
/// The text holds no `style` attribute, no script and no reference to elsewhere, so it suits a
/// strict content security policy.
public final class Drawing {
  private static final Pattern VARIABLE = Pattern.compile("var\\(--[a-z-]+,(#[0-9a-f]{6})\\)");
  private static final String FONT = "system-ui,-apple-system,Segoe UI,Helvetica,Arial,sans-serif";
  private static final String PRINT_FONT = "Helvetica,Arial,sans-serif";
  private static final int HEADING = 32;
  private static final int LEAST_WIDTH_OF_HEADING = 240;
  private static final double HEADING_FONT = 15;

  private final String opening;
  private final Size size;
  private final String title;
  private final String body;

  Drawing(String opening, Size size, String title, String body) {
    this.opening = opening;
    this.size = size;
    this.title = title;
    this.body = body;
  }

  /// For the inside of an HTML page: takes the font and, by custom properties, colours from the
  /// page, and leaves the heading to it.
  public String inline() {
    return "<svg" + opening + frame(0) + ">\n" + body + "</svg>\n";
  }

  /// A file of its own, with ground, both colour schemes and, unless tiny, a heading above the
  /// drawing.
  public String standalone() {
    String style =
        """
        <style>
        svg{font-family:%s;%s}
        @media (prefers-color-scheme:dark){svg{%s}}
        </style>
        """
            .formatted(FONT, variables(Paint::light), variables(Paint::dark));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg"
        + opening
        + frame(headingRoom())
        + ">\n"
        + style
        + ground()
        + heading()
        + body
        + "</svg>\n";
  }

  /// For renderers that know no custom properties, such as that of the PDF: light colours as they
  /// are, the heading left to the page.
  public String print() {
    String font = Svg.attributes("font-family", PRINT_FONT);
    String text = "<svg" + opening + frame(0) + font + ">\n" + body + "</svg>\n";
    return VARIABLE.matcher(text).replaceAll("$1");
  }

  /// The style sheet of a page that shows drawings: custom properties that follow the page's
  /// `color-scheme`.
  public static String themes() {
    return ":root{color-scheme:light dark;%s}\n"
        .formatted(variables(paint -> "light-dark(%s,%s)".formatted(paint.light(), paint.dark())));
  }

  private String frame(int above) {
    int height = size.height() + above;
    return Svg.attributes(
        "width", size.width(),
        "height", height,
        "viewBox", "0 %d %d %d".formatted(-above, size.width(), height));
  }

  private String ground() {
    return "<rect"
        + Svg.attributes(
            "y", -headingRoom(), "width", "100%", "height", "100%", "fill", Paint.SURFACE)
        + "/>\n";
  }

  /// Tiny drawings have no heading.
  private int headingRoom() {
    return size.width() < LEAST_WIDTH_OF_HEADING ? 0 : HEADING;
  }

  private String heading() {
    if (headingRoom() == 0) {
      return "";
    }
    String shown = TextWidth.fit(title, HEADING_FONT * 1.1, size.width() - 20.0);
    return "<text"
        + Svg.attributes(
            "x", 10,
            "y", -9,
            "font-size", HEADING_FONT,
            "font-weight", 600,
            "fill", Paint.INK)
        + ">"
        + Svg.escape(shown)
        + "</text>\n";
  }

  private static String variables(Function<Paint, String> value) {
    return Arrays.stream(Paint.values())
        .map(paint -> paint.variable() + ":" + value.apply(paint))
        .collect(Collectors.joining(";"));
  }
}
