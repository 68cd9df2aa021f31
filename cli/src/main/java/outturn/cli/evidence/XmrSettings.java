package outturn.cli.evidence;

import java.util.ArrayList;
import java.util.List;
import outturn.cli.csv.Timeline;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.LimitRule;
import outturn.evidence.xmr.PhaseStart;
import outturn.evidence.xmr.RuleSet;
import outturn.evidence.xmr.XmrOptions;
import picocli.CommandLine.Option;

/// How a control chart is made, as options.
final class XmrSettings {
  @Option(
      names = "--phases",
      paramLabel = "PERIOD",
      arity = "1..*",
      split = ",",
      description = "periods from which limits are worked out anew")
  private List<String> phases = new ArrayList<>();

  @Option(
      names = "--limits",
      paramLabel = "RULE",
      defaultValue = "nhs",
      converter = LimitWord.class,
      description = "nhs, wheeler, exact, median or standard-deviation; default: nhs")
  private LimitRule limits = LimitRule.NHS;

  @Option(
      names = "--rules",
      paramLabel = "RULES",
      defaultValue = "nhs",
      converter = RulesWord.class,
      description = "nhs or nelson; default: nhs")
  private RuleSet rules = RuleSet.NHS;

  @Option(
      names = "--better",
      paramLabel = "WAY",
      defaultValue = "neither",
      converter = BetterWord.class,
      description = "higher, lower or neither; default: neither")
  private Better better = Better.NEITHER;

  /// Which way is good, in the words of a measure.
  enum Better {
    HIGHER(Direction.HIGHER_IS_BETTER),
    LOWER(Direction.LOWER_IS_BETTER),
    NEITHER(Direction.NEUTRAL);

    private final Direction direction;

    Better(Direction direction) {
      this.direction = direction;
    }
  }

  XmrOptions options(Timeline timeline) {
    var starts = phases.stream().map(timeline::index).sorted().distinct().map(PhaseStart::at);
    return new XmrOptions(limits, rules, better.direction, starts.toList());
  }

  Better better() {
    return better;
  }

  private static final class LimitWord extends Word<LimitRule> {
    LimitWord() {
      super(LimitRule.values());
    }
  }

  private static final class RulesWord extends Word<RuleSet> {
    RulesWord() {
      super(RuleSet.values());
    }
  }

  private static final class BetterWord extends Word<Better> {
    BetterWord() {
      super(Better.values());
    }
  }
}
