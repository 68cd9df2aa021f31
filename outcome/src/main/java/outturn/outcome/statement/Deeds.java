package outturn.outcome.statement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what tells of work done or things made, instead of what comes of them.
record Deeds(Sentence sentence, Signs signs) {
  private static final Pattern BE =
      Pattern.compile("(is|are|be|been|gets?|becomes?|goes|go|has|have|having)");

  void judge(List<Finding> findings) {
    if (sentence.form() == Sentence.Form.ACTIVITY) {
      findings.add(Rule.of(Rule.Name.OUT_1).finding(sentence.verb()));
      counted().ifPresent(number -> findings.add(Rule.of(Rule.Name.NUM_2).finding(number)));
      return;
    }
    if (signs.hasContrast()) return;
    there().ifPresent(there -> findings.add(Rule.of(Rule.Name.OUT_2).finding(there)));
  }

  /// A number before what is made: `4,000 mailboxes`.
  private Optional<String> counted() {
    var object = sentence.about();
    for (var i = 0; i < object.size(); i++) {
      if (object.isNumber(i)) return Optional.of(object.from(i).to(2).text());
    }
    return Optional.empty();
  }

  /// `is available`, `goes live`, `have been completed`, `have completed`.
  private Optional<String> there() {
    var words = signs.words().withoutOpening().firstPart();
    for (var i = 0; i + 1 < words.size(); i++) {
      if (!BE.matcher(words.low(i)).matches()) continue;
      for (var j = i + 1; j <= i + 2; j++) {
        if (signs.isThere(words.low(j))) return Optional.of(words.from(i).to(j - i + 1).text());
      }
      if (words.low(i + 1).equals("in") && words.low(i + 2).equals("place")) {
        return Optional.of(words.from(i).to(3).text());
      }
    }
    return Optional.empty();
  }
}
