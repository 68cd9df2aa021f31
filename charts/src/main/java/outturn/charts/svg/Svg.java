package outturn.charts.svg;

import java.util.Locale;

/// Writes one drawing, element by element; the same calls give the same text.
public final class Svg {
  private final StringBuilder body = new StringBuilder();
  private final String opening;
  private final Size size;
  private final String title;

  private Svg(String opening, Size size, String title) {
    this.opening = opening;
    this.size = size;
    this.title = title;
  }

  /// A picture with a name and a description in plain words for those who do not see it.
  ///
  /// @param kind a CSS class, so that a page can address drawings of one kind
  public static Svg picture(String kind, Size size, String title, String description) {
    String id = "%s-%08x".formatted(kind, (title + description + size).hashCode());
    String opening =
        attributes(
            "xmlns",
            "http://www.w3.org/2000/svg",
            "class",
            "outturn-" + kind,
            "role",
            "img",
            "aria-labelledby",
            id + "-t " + id + "-d");
    Svg svg = new Svg(opening, size, title);
    svg.words("title", title, "id", id + "-t");
    svg.words("desc", description, "id", id + "-d");
    return svg;
  }

  /// An empty element.
  public Svg element(String name, Object... namesAndValues) {
    body.append('<').append(name).append(attributes(namesAndValues)).append("/>\n");
    return this;
  }

  /// An element with text.
  public Svg words(String name, String text, Object... namesAndValues) {
    body.append('<').append(name).append(attributes(namesAndValues)).append('>');
    body.append(escape(text)).append("</").append(name).append(">\n");
    return this;
  }

  /// An element with a tooltip.
  public Svg hinted(String name, String hint, Object... namesAndValues) {
    body.append('<').append(name).append(attributes(namesAndValues)).append("><title>");
    body.append(escape(hint)).append("</title></").append(name).append(">\n");
    return this;
  }

  /// Opens a group whose attributes its elements inherit.
  public Svg open(Object... namesAndValues) {
    body.append("<g").append(attributes(namesAndValues)).append(">\n");
    return this;
  }

  public Svg close() {
    body.append("</g>\n");
    return this;
  }

  public Drawing drawing() {
    return new Drawing(opening, size, title, body.toString());
  }

  /// A length with at most one decimal, so that texts stay short and alike on every machine.
  public static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    String shorter = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return shorter.equals("-0") ? "0" : shorter;
  }

  static String attributes(Object... namesAndValues) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      String shown = value instanceof Double number ? number(number) : value.toString();
      text.append(' ').append(namesAndValues[i]).append("=\"").append(escape(shown)).append('"');
    }
    return text.toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " ");
  }
}
