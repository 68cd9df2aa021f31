package outturn.outcome.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Reads a statement by its structure, slots first, and says what is missing in an outcome.
///
/// The rules and their words are data (`rules.properties`, `words.properties`); what is judged is
/// how the sentence begins, what it is about, and whether somebody, a change, an amount and a time
/// are in it. No statement is known by heart. It is advice and may be wrong: see `docs/evidence.md`
/// for how often.
public final class StatementCheck {
  private final Lexicon lexicon;
  private final Register register;

  public StatementCheck(Organisation organisation) {
    this.lexicon = new Lexicon(organisation);
    this.register = new Register(organisation.groups());
  }

  public Advice of(String statement) {
    var text = statement.strip().replaceAll("\\s+", " ");
    var signs = new Signs(text, lexicon);
    var sentence = Sentence.of(signs.words(), lexicon);
    var findings = new ArrayList<Finding>();
    new Deeds(sentence, signs).judge(findings);
    new Terms(sentence, signs, lexicon, register).judge(findings);
    new Changes(sentence, signs, lexicon).judge(findings);
    findings.sort(Comparator.comparing(StatementCheck::place));
    return new Advice(statement, SlotReader.read(text, sentence, signs, lexicon), findings);
  }

  /// Of a statement that was written into its slots: as of the sentence that they make.
  public Advice of(Slots slots) {
    var advice = of(slots.sentence());
    return new Advice(advice.statement(), slots, advice.findings());
  }

  /// The rules that there are.
  public static List<Rule> rules() {
    return Arrays.stream(Rule.Name.values()).map(Rule::of).toList();
  }

  private static Rule.Name place(Finding finding) {
    return Rule.Name.valueOf(finding.rule().replace('-', '_'));
  }
}
