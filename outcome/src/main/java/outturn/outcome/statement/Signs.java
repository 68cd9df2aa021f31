package outturn.outcome.statement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What in a statement tells of an amount, a time, a change or a purpose.
final class Signs {
  private static final String DATE =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December"
          + "|20\\d\\d|Q[1-4]|Easter|Christmas"
          + "|(?i:spring|summer|autumn|winter|quarter|year[- ]?end|month[- ]?end|quarter[- ]?end"
          + "|(?:this|next|each) (?:year|month|term|quarter|spring|week)|the year|a year|term"
          + "|(?:weeks|months|years|quarters)))";
  private static final String BEFORE_A_TIME =
      "(?:by|within|before|from|over|in|during|until|since|at|throughout)";
  private static final Pattern TIME =
      Pattern.compile(
          "(?i:\\b%1$s\\s+(?:(?!%1$s\\b)[\\p{L}\\d'’-]+\\s+){0,5}?)\\b%2$s\\b(?: 20\\d\\d)?(?: onwards)?"
              .formatted(BEFORE_A_TIME, DATE));
  private static final Pattern DATED = Pattern.compile("\\b" + DATE + "\\b");
  private static final Pattern FROM_TO =
      Pattern.compile(
          "\\bfrom\\s+((?:about |some |nearly )?%1$s[^,;]*?)\\s+to\\s+((?:[a-z]+ ){0,2}?%1$s[^,;]*?)(?=\\s+(?:by|within|over|in|before|until|from|a|an|per)\\b|[,;.]?\\s*$|[,;])"
              .formatted(Numbers.SHAPE),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTRAST =
      Pattern.compile(
          "\\b(?:instead of|rather than|compared with|compared to|against|down from|up from)\\s+([^,;.]+)",
          Pattern.CASE_INSENSITIVE);

  /// A time of day or a duration that is not exceeded: `by 8 am`, `within two hours`.
  private static final Pattern LIMIT =
      Pattern.compile(
          "\\b(?:by|before|within|under|in)\\s+%s(?: (?:working|business))?\\s*(?:am|pm|o'clock|noon|minutes?|hours?|days?)\\b"
              .formatted(Numbers.SHAPE),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PURPOSE =
      Pattern.compile(
          "(?i)(?:\\bso that\\b|, so\\b(?! that)|\\bin order to\\b|\\bbecause\\b|, giving\\b|, which\\b|, and use\\b)\\s*(.*)");

  private final String text;
  private final String lower;
  private final Words words;
  private final Lexicon lexicon;

  Signs(String text, Lexicon lexicon) {
    this.text = text.strip();
    this.lower = this.text.toLowerCase(Locale.ROOT);
    this.words = Words.of(text);
    this.lexicon = lexicon;
  }

  boolean hasNumber() {
    return Words.of(DATED.matcher(text).replaceAll(" ")).low().stream().anyMatch(Numbers::isNumber);
  }

  boolean hasDate() {
    return DATED.matcher(text).find();
  }

  /// When it shall be so.
  String time() {
    return TIME.matcher(text)
        .results()
        .reduce((first, last) -> last)
        .map(each -> each.group().strip())
        .orElse("");
  }

  Optional<MatchResult> fromTo() {
    return FROM_TO.matcher(text).results().findFirst();
  }

  /// How it was before, where that is told in other words than from and to.
  String before() {
    return CONTRAST
        .matcher(text)
        .results()
        .findFirst()
        .map(found -> found.group(1).strip())
        .orElse("");
  }

  String purpose() {
    return PURPOSE
        .matcher(text)
        .results()
        .findFirst()
        .map(found -> found.group(1).replaceAll("[.\\s]+$", ""))
        .orElse("");
  }

  boolean tellsPurpose() {
    return PURPOSE.matcher(text).find();
  }

  /// Something is more, less, over, or held within a limit.
  boolean hasChange() {
    return fromTo().isPresent()
        || hasContrast()
        || stops()
        || !phrases("limit").isEmpty()
        || LIMIT.matcher(text).find()
        || !phrases("ability").isEmpty()
        || words.low().stream().anyMatch(this::isChange)
        || words.written().contains("%");
  }

  private boolean isChange(String word) {
    return lexicon.is("comparative", word) || lexicon.isChangeVerb(word);
  }

  boolean hasContrast() {
    return fromTo().isPresent() || !phrases("contrast").isEmpty();
  }

  /// Something is no longer so: that can be seen without a number.
  boolean stops() {
    return !phrases("stop").isEmpty();
  }

  /// The phrases of a kind that stand in the text.
  List<String> phrases(String kind) {
    return lexicon.all(kind).stream()
        .filter(phrase ->
            Pattern.compile("(?<![\\p{L}-])" + Pattern.quote(phrase) + "(?![\\p{L}-])")
                .matcher(lower)
                .find())
        .sorted()
        .toList();
  }

  /// Whether a word after `is` or `have` only says that a thing is there or a task is done.
  boolean isThere(String word) {
    return lexicon.is("there", word);
  }

  Words words() {
    return words;
  }
}
