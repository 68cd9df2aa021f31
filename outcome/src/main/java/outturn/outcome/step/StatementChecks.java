package outturn.outcome.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import outturn.outcome.statement.Finding;
import outturn.outcome.statement.Organisation;
import outturn.outcome.statement.Rule;
import outturn.outcome.statement.Severity;
import outturn.outcome.statement.Slots;
import outturn.outcome.statement.StatementCheck;
import outturn.outcome.words.OutcomeSentences;

/// The rules for statements, applied to what an outcome says of itself and to the sentence that is
/// made of it with its baseline and target.
final class StatementChecks {
  private static final String BENEFICIARY = "BEN-1";

  /// These are answered by baselines and targets, which only the whole sentence has.
  private static final Set<String> OF_THE_WHOLE = Set.of("CHG-1", "NUM-1", "TIM-1");

  /// What data tell better than words.
  private static final Set<String> OF_THE_DATA = Set.of("TGT-1");

  private static final Map<String, String> PASSED =
      Map.ofEntries(
          Map.entry("OUT-1", "The statement says what changes, not what is done."),
          Map.entry("OUT-2", "The statement says more than that something is there."),
          Map.entry("IT-1", "The statement has no terms that only IT knows."),
          Map.entry("IT-2", "The statement is about people or the business, not a machine."),
          Map.entry(BENEFICIARY, "The statement names a group that benefits."),
          Map.entry("CHG-1", "The statement says what becomes different."),
          Map.entry("NUM-1", "The statement says how much."),
          Map.entry("NUM-2", "The number is on the change, not on an activity."),
          Map.entry("TIM-1", "The statement says by when."),
          Map.entry("VAG-1", "The statement has no words that say little."),
          Map.entry("VAG-2", "The statement holds one change."),
          Map.entry("VAL-1", "The statement says what it is good for."));

  private final Case about;

  StatementChecks(Case about) {
    this.about = about;
  }

  List<Check> all() {
    var found = new HashMap<String, Finding>();
    findings().forEach(each -> found.merge(each.rule(), each, StatementChecks::weightier));
    var checks = new ArrayList<Check>();
    for (var rule : StatementCheck.rules()) {
      if (OF_THE_DATA.contains(rule.id())) continue;
      var finding = found.get(rule.id());
      checks.add(finding == null ? passed(rule) : check(finding));
    }
    return checks;
  }

  private Stream<Finding> findings() {
    var check = new StatementCheck(about.organisation());
    var said = about.outcome().statement();
    var own = check.of(new Slots(said.who(), said.what(), "", "", "", said.soThat()));
    var whole = check.of(OutcomeSentences.statement(about.position()));
    return Stream.of(
            own.findings().stream()
                .filter(each -> !OF_THE_WHOLE.contains(each.rule()))
                .filter(each -> !each.rule().equals(BENEFICIARY)),
            whole.findings().stream().filter(each -> !each.rule().equals(BENEFICIARY)),
            beneficiary(said.who()))
        .flatMap(stream -> stream);
  }

  /// Whoever benefits is a group of the project, and is named where the statement says who.
  private Stream<Finding> beneficiary(String who) {
    if (about.organisation().groups().isEmpty()) {
      return Stream.of(
          new Finding(
              BENEFICIARY,
              Severity.ERROR,
              "names “%s”, and the project has no group that may benefit".formatted(who),
              "describe who benefits as a group with is: beneficiary"));
    }
    return new StatementCheck(onlyGroups())
        .of(who).findings().stream().filter(each -> each.rule().equals(BENEFICIARY));
  }

  private Organisation onlyGroups() {
    return new Organisation(about.organisation().groups(), List.of(), List.of(), List.of());
  }

  private static Finding weightier(Finding one, Finding other) {
    return one.severity().compareTo(other.severity()) <= 0 ? one : other;
  }

  private Check passed(Rule rule) {
    return Check.pass(rule.id(), about.about(), PASSED.getOrDefault(rule.id(), "Passed."));
  }

  private Check check(Finding finding) {
    var text = "The statement %s.".formatted(finding.text());
    var todo = sentence(finding.hint());
    return switch (finding.severity()) {
      case ERROR -> Check.fail(finding.rule(), about.about(), text, todo);
      case WARN -> Check.warn(finding.rule(), about.about(), text, todo);
      case INFO -> Check.pass(finding.rule(), about.about(), text);
    };
  }

  private static String sentence(String hint) {
    var text = Character.toUpperCase(hint.charAt(0)) + hint.substring(1);
    return text.endsWith(".") ? text : text + ".";
  }
}
