package outturn.charts.svg;

/// The size of a drawing in CSS pixels.
public record Size(int width, int height) {
  /// For a page on a desk or on paper.
  public static final Size WIDE = new Size(960, 360);

  /// For two plots above each other.
  public static final Size TALL = new Size(960, 460);

  /// For a phone or a column.
  public static final Size NARROW = new Size(360, 260);

  public Size {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("not a size: %d x %d".formatted(width, height));
    }
  }
}
