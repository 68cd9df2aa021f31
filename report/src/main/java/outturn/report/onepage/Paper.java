package outturn.report.onepage;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Matcher;
import outturn.charts.svg.Size;
import outturn.outcome.onepage.OnePage;
import outturn.outcome.period.Dates;
import outturn.report.markup.Markup;

/// A statement as PDF: one page A4 in light colours, with fonts of its own, a title, a language and
/// tags for screen readers.
///
/// The fonts hold Latin, Greek and Cyrillic letters; others become `#`. Nothing is read from
/// outside of the program, whatever the texts say.
public final class Paper {
  private static final int BOLD = 700;
  private static final int NORMAL = 400;

  /// Sizes of the text in points, and heights of the chart, from the best to the last resort.
  private static final double[] TEXT = {10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5};

  private static final int[] CHART = {340, 330, 310, 290, 270, 250, 230, 220, 210, 200, 190, 180};

  private static final int CHART_WIDTH = 700;
  private static final String FONT_OF_CHARTS = "font:sans";

  static {
    for (var part : XRLog.listRegisteredLoggers()) XRLog.setLevel(part, Level.WARNING);
  }

  private Paper() {}

  /// The bytes of the file, in the largest letters that leave it on one page.
  ///
  /// @throws IllegalStateException if even the smallest do not, which [OnePage] rules out
  public static byte[] pdf(OnePage page) {
    for (int size = 0; size < TEXT.length; size++) {
      var made = attempt(page, size);
      if (made.length > 0) return made;
    }
    throw new IllegalStateException(
        "the statement of outcome '%s' does not fit a page".formatted(page.name()));
  }

  /// Nothing if it needs more than one page.
  private static byte[] attempt(OnePage page, int size) {
    try (var renderer = builder(document(page, size)).buildPdfRenderer()) {
      renderer.layout();
      if (renderer.getRootBox().getLayer().getPages().size() > 1) return new byte[0];
      return written(renderer, page);
    } catch (IOException broken) {
      throw new UncheckedIOException("a PDF could not be made", broken);
    }
  }

  /// With the time of the statement, so that the same statement gives the same bytes.
  private static byte[] written(PdfBoxRenderer renderer, OnePage page) throws IOException {
    renderer.createPDFWithoutClosing();
    var document = renderer.getPdfDocument();
    var time = GregorianCalendar.from(page.asOf().atZone(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(time);
    document.getDocumentInformation().setModificationDate(time);
    document.setDocumentId((long) page.hashCode());
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  private static PdfRendererBuilder builder(String xhtml) {
    var builder = new PdfRendererBuilder();
    builder.withHtmlContent(xhtml, null);
    builder.useUriResolver((_, uri) -> uri.equals(FONT_OF_CHARTS) ? uri : null);
    builder.useProtocolsStreamImplementation(_ -> new FontStream(), "font");
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.usePdfUaAccessibility(true);
    builder.useUnicodeLineBreaker(new LineBreaks());
    builder.withProducer("Outturn");
    font(builder, "Caladea-Regular", "Text", NORMAL, FontStyle.NORMAL);
    font(builder, "Caladea-Bold", "Text", BOLD, FontStyle.NORMAL);
    font(builder, "Caladea-Italic", "Text", NORMAL, FontStyle.ITALIC);
    font(builder, "LiberationSans-Regular", "Sans", NORMAL, FontStyle.NORMAL);
    font(builder, "LiberationSans-Bold", "Sans", BOLD, FontStyle.NORMAL);
    return builder;
  }

  private static void font(
      PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
    builder.useFont(() -> resource(file + ".ttf"), family, weight, style, true);
  }

  /// Charts take their font from the style sheet only.
  private static final class FontStream implements FSStream {
    @Override
    public InputStream getStream() {
      return resource("LiberationSans-Regular.ttf");
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
    }
  }

  static String document(OnePage page, int size) {
    var chart =
        page.picture()
            .map(picture ->
                new CourseChart(picture)
                    .draw(new Size(CHART_WIDTH, CHART[size]))
                    .print()
                    .replaceFirst(
                        "<svg ",
                        Matcher.quoteReplacement(
                            "<svg alt=\"%s\" ".formatted(Markup.escaped(picture.caption())))))
            .orElse("");
    var markup = new Markup();
    markup.markup("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n");
    markup.open("head").element("title", "Impact statement: " + page.title());
    markup.markup("<meta name=\"author\" content=\"Outturn\"/>\n");
    markup.markup(
        "<meta name=\"subject\" content=\"%s\"/>\n"
            .formatted(Markup.escaped("Outcome " + page.name())));
    markup.markup(
        "<style>\n%shtml { font-size: %spt; }\n</style>\n".formatted(style(), TEXT[size]));
    markup.close("head").open("body");
    markup.open("div", "class", "head");
    markup.element(
        "span", Dates.fully(page.asOf().atZone(ZoneOffset.UTC).toLocalDate()), "class", "day");
    markup.element("span", "Impact statement").close("div");
    markup.markup(StatementMarkup.article(page, chart, ""));
    return markup.close("body").close("html").toString();
  }

  private static String style() {
    try (var file = resource("paper.css")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the jar is broken: no paper.css", broken);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        Paper.class.getResourceAsStream(name), () -> "the jar is broken: no " + name);
  }
}
