package outturn.evidence.money;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/// The tables of HM Treasury that come with the product.
final class GreenBook {
  private GreenBook() {}

  static DiscountTable at(LocalDate day) {
    try (InputStream in = Valuation.class.getResourceAsStream("green-book.csv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return DiscountTables.read(text.lines().toList())
          .then(tables -> tables.at(day))
          .result()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
