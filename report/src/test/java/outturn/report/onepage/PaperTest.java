package outturn.report.onepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.outcome.onepage.OnePage;
import outturn.outcome.onepage.Statements;

class PaperTest {
  private static final int LARGEST = 1 << 20;

  static Stream<OnePage> pages() {
    return Stream.of(
        Statements.roadSafety(), Statements.complete(), Statements.refused(), Statements.longest());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyStatementIsOnePageOfA4WithFontsOfItsOwn(OnePage statement) throws IOException {
    var pdf = Paper.pdf(statement);
    assertThat(pdf).hasSizeLessThan(LARGEST);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      var box = document.getPage(0).getMediaBox();
      assertThat(Math.round(box.getWidth())).isEqualTo(595);
      assertThat(Math.round(box.getHeight())).isEqualTo(842);
      for (var name : document.getPage(0).getResources().getFontNames()) {
        assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void itTellsItsTitleItsLanguageAndItsStructure() throws IOException {
    try (var document = Loader.loadPDF(Paper.pdf(Statements.complete()))) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Impact statement: Repairs in one visit");
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("en");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot()).isNotNull();
    }
  }

  @Test
  void umlautsAndMinusSignsAreThereAsText() throws IOException {
    assertThat(text(Paper.pdf(Statements.complete()))).contains("Maria Groß", "−0.5 to +8 points");
  }

  @Test
  void markupInATitleStaysText() throws Exception {
    var page = Statements.longest();
    assertThat(text(Paper.pdf(page))).contains("<b>Über &");

    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
    var document =
        factory
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(Paper.document(page, 0).getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("i").getLength()).isZero();
    assertThat(document.getElementsByTagName("h1").item(0).getTextContent()).contains("<b>Über");
  }

  @Test
  void theSameStatementGivesTheSameText() throws IOException {
    var first = Paper.pdf(Statements.complete());
    var second = Paper.pdf(Statements.complete());
    assertThat(text(first)).isEqualTo(text(second));
    assertThat(first).hasSameSizeAs(second);
  }

  @Test
  void thePictureIsThePageTwiceAsFineAsAScreen() throws IOException {
    var image =
        ImageIO.read(new ByteArrayInputStream(Snap.png(Paper.pdf(Statements.roadSafety()))));
    assertThat(image.getWidth()).isBetween(1586, 1589);
    assertThat(image.getHeight()).isBetween(2244, 2247);
  }

  @Test
  void theLetterIsWholeInPlainTextAndHasThePdf() throws IOException {
    var letter = Letter.of(Statements.complete());
    assertThat(letter.subject())
        .isEqualTo("Impact statement: Repairs in one visit, 1 December 2026");
    assertThat(letter.fileName()).isEqualTo("one-visit-2026-12-01.pdf");
    assertThat(letter.text()).contains("What else could explain it", "Owner: Maria Groß");
    assertThat(text(letter.pdf())).contains("Repairs in one visit");
    assertThat(Letter.of(Statements.longest()).subject()).doesNotContain("\n", "\r");
  }

  @Test
  void theWebPageHasTheChartInTwoWidthsAndAsATable() {
    var html = StatementMarkup.ofPage(Statements.complete());
    assertThat(html.split("<svg", -1)).hasSize(3);
    assertThat(html)
        .contains("<summary>The values of the chart</summary>", "Oct 2025")
        .doesNotContain("style=", "<script", "NaN");
    assertThat(StatementMarkup.ofPage(Statements.refused())).doesNotContain("<svg");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
