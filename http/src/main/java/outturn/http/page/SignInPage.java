package outturn.http.page;

import outturn.http.route.Answer;
import outturn.report.markup.Markup;

/// What a browser sees that is not signed in.
public final class SignInPage {
  private SignInPage() {}

  /// Says how to get in.
  public static Answer answer() {
    return page(401, "Sign in", "You are not signed in here yet.");
  }

  /// The link was used already, is older than ten minutes, or was never given out.
  public static Answer expired() {
    return page(
        401, "This link has ended", "A link works once, and for ten minutes. Ask for a new one.");
  }

  private static Answer page(int status, String title, String sentence) {
    var html = new Markup();
    Frame.open(html, title + " - Outturn");
    html.open("main", "class", "narrow").line();
    html.element("h1", title).line();
    html.element("p", sentence, "class", "lead").line();
    html.open("p")
        .text(
            "On the host of the server, or wherever the command line knows a token, ask for a link:")
        .close("p")
        .line();
    html.element("pre", "outturn login").line();
    html.open("p")
        .text(
            "It prints an address that opens this page, signed in as you. Whoever has no token asks an administrator for one.")
        .close("p")
        .line();
    html.close("main").line();
    Frame.close(html);
    return Answer.text(status, "text/html; charset=utf-8", html.toString());
  }
}
