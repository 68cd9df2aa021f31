package outturn.report.markup;

import java.util.regex.Pattern;

/// Writes well-formed XHTML, which is HTML too, element by element; every text and attribute is
/// escaped.
public final class Markup {
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final StringBuilder out = new StringBuilder();

  public Markup open(String name, String... namesAndValues) {
    out.append('<').append(name);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.append(' ').append(namesAndValues[i]).append("=\"");
      out.append(escaped(namesAndValues[i + 1])).append('"');
    }
    out.append('>');
    return this;
  }

  public Markup close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  /// A number and its per cent sign stay on one line.
  public Markup text(String text) {
    out.append(escaped(text.replace(" %", "\u00A0%")));
    return this;
  }

  public Markup element(String name, String text, String... namesAndValues) {
    return open(name, namesAndValues).text(text).close(name);
  }

  public Markup line() {
    out.append('\n');
    return this;
  }

  /// What is markup already.
  public Markup markup(String xml) {
    out.append(xml);
    return this;
  }

  /// Characters that XML cannot hold become spaces.
  public static String escaped(String text) {
    return NOT_XML
        .matcher(text)
        .replaceAll(" ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
