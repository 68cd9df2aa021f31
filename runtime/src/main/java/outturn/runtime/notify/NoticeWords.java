package outturn.runtime.notify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import outturn.definition.notify.Channel;
import outturn.definition.notify.Occasion;
import outturn.store.notify.Message;
import outturn.store.notify.MessageMaker;
import outturn.store.notify.Notice;

/// Says notices in words for people, and as facts for programs.
public final class NoticeWords implements MessageMaker.Wording {
  private static final int LINES = 20;
  private static final int FACTS = 100;
  private static final String AT_RISK = Occasion.AT_RISK.word();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  @Override
  public Message.Said say(Channel channel, List<Notice> notices) {
    var title =
        notices.size() == 1 ? title(notices.getFirst()) : "%d notices".formatted(notices.size());
    var text = new StringBuilder();
    for (var notice : notices.subList(0, Math.min(LINES, notices.size()))) {
      text.append(paragraph(notice)).append("\n\n");
    }
    if (notices.size() > LINES) {
      text.append("and %d more; see: outturn notifications\n\n".formatted(notices.size() - LINES));
    }
    if (notices.stream().anyMatch(notice -> !notice.isRecovery())) {
      text.append(
          "Who takes care of it says so: outturn ack %d --reason '…'"
              .formatted(notices.getFirst().notification()));
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("channel", channel.name());
    facts.put("notifications", notices.stream().limit(FACTS).map(NoticeWords::facts).toList());
    facts.put("more", (long) Math.max(0, notices.size() - FACTS));
    return new Message.Said(title, text.toString().strip(), facts);
  }

  /// One line, such as `repairs-daily failed`.
  static String title(Notice notice) {
    var about = notice.about();
    if (about.occasion().equals(AT_RISK)) return atRisk(notice);
    var happened =
        switch (about.occasion()) {
          case "task-failed" -> "task %s failed".formatted(about.subject());
          case "late" -> "is late for %s".formatted(about.subject());
          case "predicted" -> "is expected to be late for %s".formatted(about.subject());
          case "unusual" -> "task %s takes unusually long".formatted(about.subject());
          case "early" -> "task %s was done unusually soon".formatted(about.subject());
          case "long" -> "takes long";
          case "missed" -> "missed a start";
          default -> "failed";
        };
    var title = "%s: %s".formatted(about.workflow(), happened);
    if (notice.isRecovery()) return "Recovered: " + title;
    return notice.isEscalation() ? "Nobody answered: " + title : title;
  }

  /// In the words of the service: `At risk: visit lists (repairs)`, and when it is over what became
  /// of it: `Done late: visit lists (repairs)`.
  private static String atRisk(Notice notice) {
    var subject = notice.about().subject();
    var slash = subject.indexOf('/');
    var output = subject.substring(slash + 1).replace('-', ' ');
    var became = notice.isRecovery() ? Became.of(notice.state()).headline() : "At risk";
    var service = subject.substring(0, Math.max(0, slash)).replace('-', ' ');
    return "%s: %s (%s)".formatted(became, output, service);
  }

  /// How what was at risk is over, as [outturn.runtime.stake.AtRiskDesk] has written it.
  private record Became(String headline, String text) {
    private static final String UNKNOWN = "No longer at risk";

    static Became of(Notice.State state) {
      var how = state.recovered().map(Notice.Recovery::how).orElse("");
      int end = how.indexOf('\n');
      return end < 0
          ? new Became(UNKNOWN, how)
          : new Became(how.substring(0, end), how.substring(end + 1));
    }
  }

  private static String paragraph(Notice notice) {
    if (notice.about().occasion().equals(AT_RISK)) return ofRisk(notice);
    var lines = new ArrayList<String>();
    var state = notice.state();
    lines.add("#%d %s".formatted(notice.notification(), title(notice)));
    lines.add("business date %s, since %s".formatted(notice.businessDate(), time(state.opened())));
    if (state.times() > 1) lines.add("%d times by now".formatted(state.times()));
    state
        .run()
        .ifPresent(run -> lines.add("run %s: outturn %s %s".formatted(run, command(notice), run)));
    if (!notice.isRecovery() && !state.text().isEmpty()) lines.add(state.text());
    state
        .recovered()
        .ifPresent(
            over -> lines.add("it is over since %s: %s".formatted(time(over.at()), over.how())));
    return String.join("\n", lines);
  }

  /// What tells more of the run.
  private static String command(Notice notice) {
    boolean over = notice.isRecovery();
    return switch (notice.about().occasion()) {
      case "predicted" -> over ? "post-mortem" : "forecast";
      case "late" -> over ? "post-mortem" : "why";
      case "long", "unusual" -> over ? "show" : "why";
      default -> "show";
    };
  }

  /// For the business: no runs, and no commands.
  private static String ofRisk(Notice notice) {
    var lines = new ArrayList<String>();
    var state = notice.state();
    lines.add("#%d %s".formatted(notice.notification(), title(notice)));
    if (!notice.isRecovery()) lines.add(state.text());
    if (state.recovered().isPresent()) {
      var became = Became.of(state);
      lines.add(notice.isRecovery() ? became.text() : became.headline() + ". " + became.text());
    }
    return String.join("\n", lines);
  }

  private static String time(Instant at) {
    return TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  private static Map<String, Object> facts(Notice notice) {
    var about = notice.about();
    var state = notice.state();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", Long.toString(notice.notification()));
    facts.put("what", notice.word());
    facts.put("project", about.project());
    facts.put("workflow", about.workflow());
    facts.put("occasion", about.occasion());
    facts.put("subject", about.subject());
    facts.put("businessDate", about.businessDate().toString());
    facts.put("run", state.run().map(Object::toString).orElse(""));
    facts.put("title", title(notice));
    facts.put("text", state.text());
    facts.put("opened", state.opened().toString());
    facts.put("times", (long) state.times());
    facts.put("recovered", state.recovered().map(over -> over.at().toString()).orElse(""));
    facts.put("recovery", state.recovered().map(Notice.Recovery::how).orElse(""));
    return facts;
  }

  /// What is said to try a channel out.
  static Message.Said trial(String channel, String by) {
    var text = "%s tries the channel %s. Nothing is wrong.".formatted(by, channel);
    Map<String, Object> facts =
        Map.of("channel", channel, "notifications", List.of(), "test", true);
    return new Message.Said("Test of the channel " + channel, text, facts);
  }

  /// The one notification of a message, for tickets.
  static Optional<Map<?, ?>> only(Message.Said said) {
    return said.facts().get("notifications") instanceof List<?> list
            && list.size() == 1
            && list.getFirst() instanceof Map<?, ?> facts
        ? Optional.of(facts)
        : Optional.empty();
  }
}
