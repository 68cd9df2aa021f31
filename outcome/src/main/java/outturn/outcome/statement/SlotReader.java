package outturn.outcome.statement;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads the slots of a statement off its structure.
final class SlotReader {
  private SlotReader() {}

  static Slots read(String text, Sentence sentence, Signs signs, Lexicon lexicon) {
    var numbers = signs.fromTo();
    var from = numbers.map(found -> found.group(1)).orElseGet(signs::before);
    var to = numbers.map(found -> found.group(2)).orElse("");
    return new Slots(
        who(sentence, signs, lexicon),
        change(text, sentence, numbers.map(MatchResult::start).orElse(text.length())),
        from.strip(),
        to.strip(),
        signs.time(),
        signs.purpose());
  }

  /// The subject, if it names somebody; else the first word that does.
  private static String who(Sentence sentence, Signs signs, Lexicon lexicon) {
    var subject = sentence.subject();
    if (sentence.form() == Sentence.Form.STATEMENT
        && subject.low().stream().anyMatch(lexicon::isPerson)) {
      return subject.text();
    }
    var words = signs.words();
    for (var i = 0; i < words.size(); i++) {
      if (lexicon.isPerson(words.low(i))) return words.written().get(i);
    }
    return "";
  }

  /// From the verb to the first mark, or to the numbers.
  private static String change(String text, Sentence sentence, int end) {
    if (sentence.verb().isEmpty()) return "";
    var start =
        Pattern.compile("(?i)\\b%s\\b".formatted(Pattern.quote(sentence.verb()))).matcher(text);
    if (!start.find()) return "";
    var rest = text.substring(start.start(), Math.max(start.start(), end));
    return rest.replaceFirst("[,;:.](?:\\s.*)?$", "").strip();
  }
}
