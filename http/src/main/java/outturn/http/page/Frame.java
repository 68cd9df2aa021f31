package outturn.http.page;

import outturn.report.markup.Markup;

/// What all pages begin and end with.
final class Frame {
  private Frame() {}

  /// Whether a page loads itself anew.
  enum Refresh {
    NEVER,
    EVERY_FIFTEEN_SECONDS
  }

  static void open(Markup html, String title, Refresh refresh) {
    open(html, title, "en", refresh);
  }

  /// A page in a language, which never loads itself anew.
  static void open(Markup html, String title, String language) {
    open(html, title, language, Refresh.NEVER);
  }

  private static void open(Markup html, String title, String language, Refresh refresh) {
    html.markup("<!doctype html>").line();
    html.open("html", "lang", language).line().open("head").line();
    html.open("meta", "charset", "utf-8").line();
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.open("meta", "name", "color-scheme", "content", "light dark").line();
    if (refresh == Refresh.EVERY_FIFTEEN_SECONDS) {
      html.open("meta", "http-equiv", "refresh", "content", "15").line();
    }
    html.element("title", title).line();
    html.open("link", "rel", "stylesheet", "href", "/style.css").line();
    html.close("head").line().open("body").line();
  }

  static void close(Markup html) {
    html.close("body").line().close("html").line();
  }
}
