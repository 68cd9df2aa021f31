package outturn.outcome.statement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds whether something changes, how much and when.
record Changes(Sentence sentence, Signs signs, Lexicon lexicon) {
  private static final Pattern DOWN =
      Pattern.compile(
          "(?i)\\b(falls?|drops?|cuts?|reduces?|shrinks?|declines?|lowers?|decreases?)\\b");
  private static final Pattern UP =
      Pattern.compile("(?i)\\b(rises?|increases?|improves?|grows?|climbs?|raises?|lifts?)\\b");
  private static final int ALL = 100;

  void judge(List<Finding> findings) {
    nothing().ifPresent(what -> findings.add(Rule.of(Rule.Name.CHG_1).finding(what)));
    if (!signs.hasNumber()) findings.add(Rule.of(Rule.Name.NUM_1).finding(""));
    if (!signs.hasDate()) findings.add(Rule.of(Rule.Name.TIM_1).finding(""));
    two().ifPresent(both -> findings.add(Rule.of(Rule.Name.VAG_2).finding(both)));
    impossible().ifPresent(why -> findings.add(Rule.of(Rule.Name.TGT_1).finding(why)));
    if (!signs.tellsPurpose()) findings.add(Rule.of(Rule.Name.VAL_1).finding(""));
  }

  /// What is missing of a change that somebody could see.
  private Optional<String> nothing() {
    if (sentence.form() == Sentence.Form.PHRASE && !signs.hasContrast()) {
      return Optional.of("what changes: it is no sentence");
    }
    if (!signs.hasChange()) return Optional.of("what changes");
    if (signs.hasNumber() || signs.hasDate() || signs.stops()) return Optional.empty();
    return Optional.of("how much or by when, so that nobody could tell whether it has come true");
  }

  /// `enhance productivity and optimise ways of working`
  private Optional<String> two() {
    var words = signs.words();
    var first = "";
    var joined = false;
    for (var i = 0; i < words.size(); i++) {
      var word = words.low(i);
      if (words.isMark(i)) {
        first = "";
      } else if (word.equals("and")) {
        joined = !first.isEmpty();
      } else if (isVerb(word, i)) {
        if (joined) return Optional.of("%s … and … %s".formatted(first, word));
        first = word;
      }
    }
    return Optional.empty();
  }

  private boolean isVerb(String word, int index) {
    if (lexicon.isChangeVerb(word)) return true;
    if (index == 0) return word.equals(sentence.verb());
    return signs.words().low(index - 1).equals("and")
        && (lexicon.is("verb.activity", word) || lexicon.is("verb.level", word));
  }

  private Optional<String> impossible() {
    var found = signs.fromTo();
    if (found.isEmpty()) return Optional.empty();
    var from = Numbers.value(found.get().group(1));
    var to = Numbers.value(last(found.get().group(2)));
    if (from.isEmpty() || to.isEmpty()) return Optional.empty();
    double before = from.getAsDouble();
    double after = to.getAsDouble();
    var text = found.get().group();
    if (before == after) return Optional.of("%s is where it is already".formatted(text));
    if (text.contains("%") && after > ALL)
      return Optional.of("%s is more than all".formatted(text));
    return isOpposite(before, after)
        ? Optional.of("%s goes the other way".formatted(text))
        : Optional.empty();
  }

  /// The verb nearest before the numbers says down where they go up, or up where they go down.
  private boolean isOpposite(double before, double after) {
    var text = signs.words().text();
    return after > before
        ? finds(DOWN, text) && !finds(UP, text)
        : finds(UP, text) && !finds(DOWN, text);
  }

  private static boolean finds(Pattern pattern, String text) {
    return pattern.matcher(text).find();
  }

  /// `fewer than 20` begins with a number after its first words.
  private static String last(String amount) {
    return amount.replaceFirst("(?i)^(?:[a-z]+ )*?(?=%s)".formatted(Numbers.SHAPE), "");
  }
}
