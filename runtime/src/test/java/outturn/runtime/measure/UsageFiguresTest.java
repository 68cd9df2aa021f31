package outturn.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.Template;
import outturn.definition.measure.GraphSource;
import outturn.definition.measure.GraphSource.Access;
import outturn.definition.measure.GraphSource.Figure;
import outturn.definition.measure.GraphSource.OfDays;
import outturn.definition.measure.Measure.Cadence;
import outturn.outcome.period.Periods;

class UsageFiguresTest {
  private static final Access ACCESS =
      new Access("t", "c", new Template.Constant("s"), "https://login", "https://graph");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static final Figure MAILS = new Figure("getEmailActivityCounts", List.of("Send"));
  private static final Figure SHARED =
      new Figure(
          "getOneDriveActivityFileCounts", List.of("Shared Internally", "shared externally"));
  private static final Figure SITES =
      new Figure(
          "getSharePointActivityFileCounts", List.of("Shared Internally", "Shared Externally"));
  private static final Figure CHATS =
      new Figure("getTeamsUserActivityUserDetail", List.of("Private Chat Message Count"));

  private final List<String> notes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private static UsageFigures figures(GraphSource source, String from, String to) {
    var span = new Span(LocalDate.parse(from), LocalDate.parse(to), Span.Origin.RULE);
    return new UsageFigures(source, new Periods(Cadence.WEEKLY), span, TODAY);
  }

  private static GraphSource value(OfDays ofDays, Figure... figures) {
    return new GraphSource(ACCESS, List.of(figures), List.of(), Optional.empty(), ofDays);
  }

  /// A line for each day, the latest first as the service gives them.
  private static String daily(String columns, String values, String from, String to) {
    var days = LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).toList();
    return "\uFEFFReport Refresh Date,%s,Report Date,Report Period\r\n".formatted(columns)
        + days.reversed().stream()
            .map(day -> "%s,%s,%s,30\r\n".formatted(to, values, day))
            .collect(Collectors.joining());
  }

  @Test
  void theSmallestWindowThatReachesTheFirstDayIsAskedFor() {
    var source = value(OfDays.SUM, MAILS);

    assertThat(figures(source, "2026-11-19", "2026-11-22").calls())
        .containsExactly("getEmailActivityCounts(period='D7')");
    assertThat(figures(source, "2026-11-16", "2026-11-22").calls())
        .containsExactly("getEmailActivityCounts(period='D30')");
    assertThat(figures(source, "2026-09-07", "2026-11-22").calls())
        .containsExactly("getEmailActivityCounts(period='D90')");
    assertThat(figures(source, "2025-01-06", "2026-11-22").calls())
        .containsExactly("getEmailActivityCounts(period='D180')");
  }

  @Test
  void filesSharedAgainstMailsSentComeFromThreeReports() {
    var source =
        new GraphSource(
            ACCESS, List.of(SHARED, SITES), List.of(MAILS), Optional.empty(), OfDays.SUM);
    var figures = figures(source, "2026-11-16", "2026-11-22");
    assertThat(figures.calls()).hasSize(3);
    for (var call : figures.calls()) {
      var csv =
          call.startsWith("getEmail")
              ? daily("Send,Receive,Read", "100,9,9", "2026-10-25", "2026-11-24")
              : daily(
                  "Viewed Or Edited,Synced,Shared Internally,Shared Externally",
                  "50,9,4,",
                  "2026-10-25",
                  "2026-11-24");
      figures.take(call, csv, problems::add);
    }

    assertThat(problems).isEmpty();
    assertThat(figures.given(notes::add))
        .containsExactly(
            new Given(
                LocalDate.of(2026, 11, 16),
                "",
                OptionalDouble.empty(),
                OptionalDouble.of(7 * (4 + 4)),
                OptionalDouble.of(700)));
    assertThat(notes).isEmpty();
  }

  @Test
  void aWeekThatIsNotWholeYetIsLeftOutAndSaidSo() {
    var figures = figures(value(OfDays.SUM, MAILS), "2026-11-02", "2026-11-22");
    var csv = daily("Send,Receive,Read", "10,9,9", "2026-11-05", "2026-11-21");
    figures.take(figures.calls().getFirst(), csv, problems::add);

    assertThat(figures.given(notes::add))
        .containsExactly(
            new Given(
                LocalDate.of(2026, 11, 9),
                "",
                OptionalDouble.of(70),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
    assertThat(notes)
        .containsExactly(
            "2 weeks left out, up to the week of 16 Nov 2026: getEmailActivityCounts goes from 2026-11-05 to 2026-11-21");
  }

  @Test
  void theMeanOfDaysIsTakenOfEligiblePeople() {
    var teams = new Figure("getOffice365ActiveUserCounts", List.of("Teams"));
    var source =
        new GraphSource(ACCESS, List.of(teams), List.of(), Optional.of(400.0), OfDays.MEAN);
    var figures = figures(source, "2026-11-16", "2026-11-22");
    var csv = daily("Office 365,Teams", "390,300", "2026-10-25", "2026-11-24");
    figures.take(figures.calls().getFirst(), csv, problems::add);

    assertThat(figures.given(notes::add))
        .containsExactly(
            new Given(
                LocalDate.of(2026, 11, 16),
                "",
                OptionalDouble.empty(),
                OptionalDouble.of(300),
                OptionalDouble.of(400)));
  }

  @Test
  void peopleAreCountedOnceAWeekByConcealedNames() {
    var figures = figures(value(OfDays.SUM, CHATS), "2026-11-09", "2026-11-22");
    assertThat(figures.calls())
        .hasSize(14)
        .contains("getTeamsUserActivityUserDetail(date=2026-11-16)");
    for (var call : figures.calls()) {
      var isMonday = call.contains("2026-11-16");
      figures.take(
          call,
          """
          Report Refresh Date,User Id,User Principal Name,Private Chat Message Count
          2026-11-24,,F2A91C0B7E,3
          2026-11-24,,0D4E5F6A7B,%d
          """
              .formatted(isMonday ? 1 : 0),
          problems::add);
    }

    assertThat(figures.given(notes::add))
        .extracting(given -> given.value().orElseThrow())
        .containsExactly(1.0, 2.0);
  }

  @Test
  void noNameIsKept() {
    var report = new UsageReport.OfUsers(CHATS);
    var csv =
        """
        User Principal Name,Private Chat Message Count
        ada@contoso.example,2
        """;

    report.take(TODAY, csv, problems::add);

    assertThat(report.total(List.of(TODAY))).isEqualTo(1);
    assertThat(report.toString()).doesNotContain("ada");
  }

  @Test
  void daysOfUsersThatCannotBeAskedForLeaveTheirWeekOut() {
    var figures = figures(value(OfDays.SUM, CHATS), "2026-10-19", "2026-11-01");
    // The last 30 days begin on 28 October.
    assertThat(figures.calls()).hasSize(5);
    for (var call : figures.calls()) {
      figures.take(call, "User Principal Name,Private Chat Message Count\n", problems::add);
    }

    assertThat(figures.given(notes::add)).isEmpty();
    assertThat(notes)
        .containsExactly(
            "2 weeks left out, up to the week of 26 Oct 2026: getTeamsUserActivityUserDetail goes from 2026-10-28 to 2026-11-01");
  }

  @Test
  void whatIsNotAsDocumentedIsTold() {
    var figures = figures(value(OfDays.SUM, MAILS), "2026-11-16", "2026-11-22");
    var call = figures.calls().getFirst();

    figures.take(
        call, daily("Sent,Receive,Read", "1,1,1", "2026-11-23", "2026-11-24"), problems::add);
    figures.take(call, "Send,Report Date\nmany,2026-11-24\n1,yesterday\n1,\n", problems::add);

    assertThat(problems)
        .containsExactly(
            "getEmailActivityCounts has no column 'Send'; did you mean 'Sent'?",
            "getEmailActivityCounts, line 2, column Send: is 'many'; expected a number",
            "getEmailActivityCounts, line 3, column Report Date: is 'yesterday'; expected a date such as 2026-01-31",
            "getEmailActivityCounts, line 4, column Report Date: is missing");
  }
}
