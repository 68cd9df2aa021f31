package outturn.evidence.money;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.money.DiscountTable.Band;

/// All tables of one authority: the one that counts depends on the date of the analysis.
///
/// `green-book.csv` beside this class has those of HM Treasury, as lines for [#read(List)].
///
/// @param tables ascending by date
public record DiscountTables(List<DiscountTable> tables) {
  private static final String HEADER = "valid_from,to_year,rate,source";
  private static final Pattern LINE = Pattern.compile("([^,]+),([^,]+),([^,]+),\"?([^\"]+)\"?");

  public DiscountTables {
    tables = tables.stream().sorted(Comparator.comparing(DiscountTable::validFrom)).toList();
  }

  /// From lines of CSV: date, last year, rate, source; one line per band.
  public static Answer<DiscountTables> read(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "A file of discount tables begins with the line %s; add it.".formatted(HEADER));
    }
    Map<LocalDate, List<Band>> bands = new TreeMap<>();
    Map<LocalDate, String> sources = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      Matcher matcher = LINE.matcher(line.strip());
      try {
        if (!matcher.matches()) {
          return notALine(line);
        }
        LocalDate from = LocalDate.parse(matcher.group(1));
        Band band =
            new Band(Integer.parseInt(matcher.group(2)), Double.parseDouble(matcher.group(3)));
        bands.computeIfAbsent(from, _ -> new ArrayList<>()).add(band);
        sources.put(from, matcher.group(4));
      } catch (DateTimeParseException | NumberFormatException _) {
        return notALine(line);
      }
    }
    return tables(bands, sources);
  }

  /// The table that counts on a day: the latest that is valid.
  public Answer<DiscountTable> at(LocalDate day) {
    return tables.stream()
        .filter(table -> !table.validFrom().isAfter(day))
        .reduce((_, later) -> later)
        .map(Answer::found)
        .orElseGet(() ->
            Answer.refused(
                Reason.OUTSIDE_THE_DATA,
                "No discount table is valid on %s; add the one of that time.".formatted(day)));
  }

  private static Answer<DiscountTables> tables(
      Map<LocalDate, List<Band>> bands, Map<LocalDate, String> sources) {
    List<DiscountTable> tables = new ArrayList<>();
    for (Map.Entry<LocalDate, List<Band>> entry : bands.entrySet()) {
      String source = sources.getOrDefault(entry.getKey(), "");
      switch (DiscountTable.of(entry.getKey(), entry.getValue(), source)) {
        case Answer.Found<DiscountTable>(var table) -> tables.add(table);
        case Answer.Refused<DiscountTable>(var why) -> {
          return new Answer.Refused<>(why);
        }
      }
    }
    return Answer.found(new DiscountTables(tables));
  }

  private static Answer<DiscountTables> notALine(String line) {
    return Answer.refused(
        Reason.OUT_OF_RANGE,
        "A line of discount tables is a date, a year, a rate and a source, such as 2003-01-01,30,0.035,Green Book, not %s; correct it."
            .formatted(line));
  }
}
