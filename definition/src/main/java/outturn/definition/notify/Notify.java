package outturn.definition.notify;

import java.util.List;
import java.util.Set;

/// The rules that hold for a workflow.
///
/// @param source who says them
public record Notify(List<Rule> rules, Source source) {
  /// Nobody is told of anything.
  public static final Notify NOBODY = new Notify(List.of(), Source.WORKFLOW);

  public Notify {
    rules = List.copyOf(rules);
  }

  /// Where rules are written.
  public enum Source {
    WORKFLOW,
    /// For all workflows that say nothing themselves.
    PROJECT
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  public boolean tells(Occasion occasion) {
    return rules.stream().anyMatch(rule -> rule.on().contains(occasion));
  }

  /// Whether somebody is told when a deadline passes.
  public boolean tellsLate(String deadline) {
    return rules.stream().anyMatch(rule -> tells(rule, Occasion.LATE, deadline));
  }

  private static boolean tells(Rule rule, Occasion occasion, String subject) {
    boolean others =
        occasion.ofDeadline() && rule.deadline().filter(only -> !only.equals(subject)).isPresent();
    return rule.on().contains(occasion) && !others;
  }

  /// The channels that are told of something, each once.
  ///
  /// @param subject of what is about a deadline, its name
  public List<String> channels(Occasion occasion, String subject) {
    return rules.stream()
        .filter(rule -> tells(rule, occasion, subject))
        .map(Rule::channel)
        .distinct()
        .toList();
  }

  /// The occasions on which a channel is told.
  public Set<Occasion> on(String channel) {
    return rules.stream()
        .filter(rule -> rule.channel().equals(channel))
        .flatMap(rule -> rule.on().stream())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
