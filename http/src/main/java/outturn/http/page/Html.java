package outturn.http.page;

/// Writes HTML, element by element; every text and attribute is escaped.
final class Html {
  private final StringBuilder out = new StringBuilder();

  /// Opens an element.
  Html open(String name, String... namesAndValues) {
    out.append('<').append(name);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.append(' ').append(namesAndValues[i]).append("=\"");
      out.append(escaped(namesAndValues[i + 1])).append('"');
    }
    out.append('>');
    return this;
  }

  Html close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  /// A number and its per cent sign stay on one line.
  Html text(String text) {
    out.append(escaped(text).replace(" %", "&nbsp;%"));
    return this;
  }

  /// An element with a text.
  Html element(String name, String text, String... namesAndValues) {
    return open(name, namesAndValues).text(text).close(name);
  }

  /// What is markup already: a drawing.
  Html drawing(String svg) {
    out.append(svg);
    return this;
  }

  Html line() {
    out.append('\n');
    return this;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
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
