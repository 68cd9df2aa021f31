package outturn.http.outcome;

import java.util.Map;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.onepage.OnePage;
import outturn.report.onepage.Letter;
import outturn.report.onepage.Paper;
import outturn.report.onepage.Snap;
import outturn.runtime.impact.OnePages;
import outturn.runtime.impact.Sending;
import outturn.runtime.project.InForce;

/// Impact statements as files, and as text.
public final class StatementFiles {
  private final OnePages pages;
  private final Sending sending;
  private final InForce inForce;
  private final Printing printing = new Printing();

  public StatementFiles(OnePages pages, Sending sending, InForce inForce) {
    this.pages = pages;
    this.sending = sending;
    this.inForce = inForce;
  }

  /// The statement that a call asks for: of now, or of the time that it gives.
  public static OnePage find(OnePages pages, InForce inForce, Call call) {
    var name = call.path("name");
    return call.instant("asOf")
        .map(asOf -> pages.find(name, asOf))
        .orElseGet(() -> pages.find(name))
        .orElseThrow(() -> NoOutcome.named(name, inForce));
  }

  public Answer text(Call call) {
    call.allow("asOf");
    var page = find(pages, inForce, call);
    return Answer.json(StatementJson.of(page, sending.history(page.name())));
  }

  public Answer pdf(Call call) throws InterruptedException {
    call.allow("asOf");
    var page = find(pages, inForce, call);
    return file(page, "application/pdf", ".pdf", printing.print(() -> Paper.pdf(page)));
  }

  public Answer png(Call call) throws InterruptedException {
    call.allow("asOf");
    var page = find(pages, inForce, call);
    return file(page, "image/png", ".png", printing.print(() -> Snap.png(Paper.pdf(page))));
  }

  /// Names of outcomes need no quoting in a header.
  private static Answer file(OnePage page, String type, String ending, byte[] bytes) {
    var name = "inline; filename=\"%s%s\"".formatted(Letter.fileName(page), ending);
    return new Answer.Whole(200, type, bytes, Map.of("Content-Disposition", name));
  }
}
