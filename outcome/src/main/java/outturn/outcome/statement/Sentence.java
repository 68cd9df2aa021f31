package outturn.outcome.statement;

import java.util.List;
import java.util.Set;

/// How a statement is built: who or what it is about, and whether it is a sentence at all.
///
/// @param about the subject; of a statement that begins with a verb, its object
/// @param verb in lower case; empty where there is none
record Sentence(Form form, Words about, String verb) {
  private static final Set<String> ENDS_OF_A_HEAD =
      Set.of(
          "of", "for", "in", "on", "at", "to", "with", "about", "by", "from", "that", "which",
          "who", "whose", "between", "per", "across", "within", "under", "over", "without",
          "through", "placed", "below", "above", "before", "after", "during", "than", "as");
  private static final Set<String> ENDS_OF_A_SUBJECT =
      Set.of("that", "which", "who", "whose", "no", "never", "not");
  private static final Set<String> CERTAIN_VERBS =
      Set.of(
          "is", "are", "has", "have", "can", "will", "get", "gets", "spend", "lose", "know", "see",
          "find", "receive", "wait", "need");

  /// How it begins.
  enum Form {
    /// With a verb that asks for a change: cut, raise.
    CHANGE,
    /// With a verb that holds a level: keep, reach.
    LEVEL,
    /// With any other verb: something is done.
    ACTIVITY,
    /// With who or what it is about.
    STATEMENT,
    /// There is no verb.
    PHRASE
  }

  static Sentence of(Words words, Lexicon lexicon) {
    var clause = words.withoutOpening();
    if (clause.isEmpty()) return new Sentence(Form.PHRASE, clause, "");
    var first = clause.low(0);
    if (beginsWithVerb(clause, lexicon)) {
      var object = clause.from(1).firstPart();
      return new Sentence(form(first, lexicon), object, first);
    }
    for (var i = 1; i < clause.size(); i++) {
      if (lexicon.isFiniteVerb(clause.low(i)) && !clause.isDeterminer(i - 1)) {
        return new Sentence(Form.STATEMENT, clause.to(i), clause.low(i));
      }
    }
    return new Sentence(Form.PHRASE, clause.firstPart(), "");
  }

  private static Form form(String verb, Lexicon lexicon) {
    if (lexicon.is("verb.change", verb)) return Form.CHANGE;
    return lexicon.is("verb.level", verb) ? Form.LEVEL : Form.ACTIVITY;
  }

  /// A known verb in its base form; or a word that is neither plural nor a person or a part of the
  /// business and stands before `the`, `a`, `all` or a number, where only a verb can stand.
  private static boolean beginsWithVerb(Words clause, Lexicon lexicon) {
    var first = clause.low(0);
    var known =
        List.of("verb.change", "verb.level", "verb.activity").stream()
            .anyMatch(kind -> lexicon.is(kind, first));
    if (known) return !isNoun(clause, lexicon);
    var noun =
        first.endsWith("s")
            || lexicon.isPerson(first)
            || lexicon.isBusiness(first)
            || lexicon.isMeasure(first)
            || lexicon.is("comparative", first)
            || lexicon.isFiniteVerb(first)
            || ENDS_OF_A_HEAD.contains(first);
    var open = clause.isDeterminer(0) || clause.isNumber(0) || noun;
    if (!open && (clause.isDeterminer(1) || clause.isNumber(1))) return true;
    return hasVerbEnding(clause, lexicon);
  }

  /// `Support staff spend …`: the word is a part of a name for people who do something.
  private static boolean isNoun(Words clause, Lexicon lexicon) {
    if (!lexicon.isPerson(clause.low(1)) && !lexicon.isBusiness(clause.low(1))) return false;
    return CERTAIN_VERBS.contains(clause.low(2)) || lexicon.isChangeVerb(clause.low(2));
  }

  private static boolean hasVerbEnding(Words clause, Lexicon lexicon) {
    return clause.low(0).matches("[a-z]{3,}(ise|ize|ify|olidate|igrate|omate)")
        && !lexicon.isFiniteVerb(clause.low(1));
  }

  /// What it is about, without what is said of it: `employees` of `employees who …`.
  Words subject() {
    for (var i = 1; i < about.size(); i++) {
      if (about.isMark(i) || ENDS_OF_A_SUBJECT.contains(about.low(i))) return about.to(i);
    }
    return about;
  }

  /// The noun that the rest of the subject belongs to: `portal` of `a portal for suppliers`.
  String head() {
    var head = "";
    for (var i = 0; i < about.size(); i++) {
      if (i > 0 && ENDS_OF_A_HEAD.contains(about.low(i))) break;
      if (about.isMark(i)) break;
      head = about.low(i);
    }
    return head;
  }

  /// Whether it is about machines: the noun is one, or a measure of one, and nobody is named.
  boolean isAboutMachines(Lexicon lexicon) {
    if (lexicon.isTechnology(head())) return true;
    var words = about.low();
    return (lexicon.isMeasure(head()) || form == Form.CHANGE || form == Form.LEVEL)
        && words.stream().anyMatch(lexicon::isTechnology)
        && words.stream().noneMatch(word -> lexicon.isPerson(word) || lexicon.isBusiness(word));
  }
}
