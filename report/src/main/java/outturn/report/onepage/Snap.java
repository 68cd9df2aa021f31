package outturn.report.onepage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A statement as a picture: the page of its PDF as PNG.
public final class Snap {
  /// Twice as fine as CSS pixels.
  private static final float DOTS_PER_INCH = 192;

  private Snap() {}

  /// @param pdf of [Paper#pdf]
  public static byte[] png(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      var image = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
      var out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, "png", out)) throw new IllegalStateException("Java writes no PNG");
      return out.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException("a picture could not be made", broken);
    }
  }
}
