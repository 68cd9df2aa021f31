package outturn.charts.svg;

import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A finished drawing, to be placed in a page, kept as a file or printed.
///
/// The text holds no `style` attribute, no script and no reference, so it suits a strict content
/// security policy.
public final class Drawing {
  private static final Pattern VARIABLE = Pattern.compile("var\\(--[a-z-]+,(#[0-9a-f]{6})\\)");
  private static final String FONT =
      "system-ui,-apple-system,\"Segoe UI\",Helvetica,Arial,sans-serif";

  private final String opening;
  private final String body;

  Drawing(String opening, String body) {
    this.opening = opening;
    this.body = body;
  }

  /// For the inside of an HTML page: takes font and, by custom properties, colours from the page.
  public String inline() {
    return opening + ">\n" + body + "</svg>\n";
  }

  /// A file of its own, with both colour schemes and a ground.
  public String standalone() {
    String style =
        """
        <style>
        svg{font-family:%s;%s}
        @media (prefers-color-scheme:dark){svg{%s}}
        </style>
        """
            .formatted(FONT, variables(Paint::light), variables(Paint::dark));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + opening
        + ">\n"
        + style
        + ground()
        + body
        + "</svg>\n";
  }

  /// For renderers that know no custom properties, such as that of the PDF: light colours as they
  /// are.
  public String print() {
    return VARIABLE
        .matcher(opening + " font-family=\"Helvetica,Arial,sans-serif\">\n" + body + "</svg>\n")
        .replaceAll("$1");
  }

  /// The style sheet of a page that shows drawings: custom properties for light and dark.
  public static String themes() {
    return ":root{%s}\n@media (prefers-color-scheme:dark){:root{%s}}\n"
        .formatted(variables(Paint::light), variables(Paint::dark));
  }

  private static String variables(Function<Paint, String> value) {
    return Arrays.stream(Paint.values())
        .map(paint -> paint.variable() + ":" + value.apply(paint))
        .collect(Collectors.joining(";"));
  }

  private static String ground() {
    return "<rect width=\"100%\" height=\"100%\" fill=\"" + Paint.SURFACE + "\"/>\n";
  }
}
