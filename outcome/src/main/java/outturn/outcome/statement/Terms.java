package outturn.outcome.statement;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds who and what is spoken of, and in whose words.
record Terms(Sentence sentence, Signs signs, Lexicon lexicon, Register register) {
  /// Two capitals, or a letter with a number: `SLA`, `CI/CD`, `P1`, `p99`.
  private static final Pattern CAPITALS =
      Pattern.compile("(?:\\p{Lu}[\\p{Ll}]?\\p{Lu}[\\p{L}\\d/]*|\\p{L}\\d+)s?");

  void judge(List<Finding> findings) {
    var named = isSomebodyNamed();
    var terms = terms();
    if (!terms.isEmpty()) {
      var rule = Rule.of(Rule.Name.IT_1);
      var weight = named ? rule.severity() : Severity.ERROR;
      findings.add(rule.finding(weight, String.join(", ", terms)));
    }
    if (isAboutMachines()) findings.add(Rule.of(Rule.Name.IT_2).finding(sentence.about().text()));
    if (!named) {
      findings.add(Rule.of(Rule.Name.BEN_1).finding(register.told()));
    }
    var weak = signs.phrases("weak");
    if (!weak.isEmpty()) {
      findings.add(Rule.of(Rule.Name.VAG_1).finding(String.join(", ", weak)));
    }
  }

  private boolean isAboutMachines() {
    return sentence.form() != Sentence.Form.ACTIVITY && sentence.isAboutMachines(lexicon);
  }

  /// A group of the register; where there is none, whoever looks like a person or the business.
  private boolean isSomebodyNamed() {
    if (register.isKept()) return register.names(signs.words());
    return signs.words().low().stream()
        .anyMatch(word -> lexicon.isPerson(word) || lexicon.isBusiness(word));
  }

  /// Acronyms that are not in the glossary, and names of technology.
  private List<String> terms() {
    return signs.words().written().stream()
        .flatMap(word -> Stream.of(word.split("[-']", -1)))
        .filter(word -> isAcronym(word) || lexicon.isTechnology(Lexicon.lower(word)))
        .distinct()
        .toList();
  }

  private boolean isAcronym(String word) {
    return CAPITALS.matcher(word).matches() && !lexicon.is("glossary", word);
  }
}
