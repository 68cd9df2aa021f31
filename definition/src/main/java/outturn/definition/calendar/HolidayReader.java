package outturn.definition.calendar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Nearest;
import outturn.definition.text.Problems;

/// Reads whose public holidays are meant.
final class HolidayReader {
  private static final Key<Placed<String>> COUNTRY =
      Key.required("country", Forms.text().placed(), "A country of ISO 3166: GB.");
  private static final Key<Placed<String>> REGION =
      Key.optional("region", Forms.word().placed(), "A part of it: ENG, or GB-ENG.");
  static final Shape SHAPE = new Shape("set of public holidays", COUNTRY, REGION);

  /// Codes that people and offices use beside those of ISO 3166.
  private static final Map<String, String> USUAL = Map.of("UK", "GB", "EL", "GR");

  private HolidayReader() {}

  static Optional<PublicHolidays> read(Values values, Problems problems) {
    var country = values.find(COUNTRY).flatMap(written -> country(written, problems));
    if (country.isEmpty() || !values.has(REGION)) return country.map(PublicHolidays::of);
    return values
        .find(REGION)
        .flatMap(written -> region(country.get(), written, problems))
        .map(region -> PublicHolidays.of(country.get(), region));
  }

  private static Optional<String> country(Placed<String> written, Problems problems) {
    var valid = PublicHolidays.countries();
    var word = written.value().toUpperCase(Locale.ROOT);
    if (valid.contains(word)) return Optional.of(word);
    var meant =
        Optional.ofNullable(USUAL.get(word))
            .or(() -> byName(word, valid))
            .or(() -> Nearest.to(word, valid));
    problems.add(
        written.position(),
        "unknown-country",
        "there are no public holidays of the country '%s'".formatted(written.value()),
        meant
            .map("did you mean '%s'?"::formatted)
            .orElse("expected a code of ISO 3166 such as GB; for others list the days under off"));
    return Optional.empty();
  }

  private static Optional<String> byName(String word, List<String> codes) {
    return codes.stream()
        .filter(
            code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(word))
        .findFirst();
  }

  private static Optional<PublicHolidays.Region> region(
      String country, Placed<String> written, Problems problems) {
    var valid = PublicHolidays.regions(country);
    var word = written.value().toUpperCase(Locale.ROOT);
    var prefix = country + "-";
    // Luxembourg has a region LU, so the code as it is comes first.
    var code =
        valid.containsKey(word) || !word.startsWith(prefix)
            ? word
            : word.substring(prefix.length());
    var found = Optional.ofNullable(valid.get(code));
    if (found.isPresent()) return found;
    problems.add(
        written.position(),
        "unknown-region",
        "there is no region '%s' of %s".formatted(written.value(), country),
        valid.values().stream()
            .filter(region -> region.name().equalsIgnoreCase(word))
            .findFirst()
            .map(region -> "did you mean '%s'?".formatted(region.code()))
            .orElseGet(() -> Nearest.hint(code, valid.keySet())));
    return Optional.empty();
  }
}
