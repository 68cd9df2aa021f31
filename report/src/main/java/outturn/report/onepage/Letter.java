package outturn.report.onepage;

import java.time.ZoneOffset;
import outturn.outcome.onepage.OnePage;
import outturn.outcome.onepage.PlainText;
import outturn.outcome.period.Dates;

/// A statement as a mail: whole in plain text, and attached as PDF.
public final class Letter {
  private final OnePage page;
  private final byte[] pdf;

  private Letter(OnePage page, byte[] pdf) {
    this.page = page;
    this.pdf = pdf;
  }

  public static Letter of(OnePage page) {
    return new Letter(page, Paper.pdf(page));
  }

  /// One line: titles are.
  public String subject() {
    var day = Dates.fully(page.asOf().atZone(ZoneOffset.UTC).toLocalDate());
    return "Impact statement: %s, %s".formatted(page.title(), day);
  }

  public String text() {
    return PlainText.of(page);
  }

  /// `safer-driving-1985-01-15.pdf`
  public String fileName() {
    return fileName(page) + ".pdf";
  }

  /// `safer-driving-1985-01-15`
  public static String fileName(OnePage page) {
    return "%s-%s".formatted(page.name(), page.asOf().atZone(ZoneOffset.UTC).toLocalDate());
  }

  /// The bytes themselves, not a copy.
  public byte[] pdf() {
    return pdf;
  }
}
