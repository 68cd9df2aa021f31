package outturn.cli.terminal;

/// A styled piece of one line; characters that steer a terminal are taken out.
public record Cell(String text, Style style) {
  static final Cell EMPTY = new Cell("", Style.PLAIN);

  public Cell {
    text = Letters.harmless(text);
  }

  public static Cell of(String text) {
    return new Cell(text, Style.PLAIN);
  }

  int width() {
    return Letters.width(text);
  }
}
