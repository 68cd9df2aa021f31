package outturn.http.page;

import outturn.report.markup.Markup;

/// What all pages begin and end with.
final class Frame {
  private Frame() {}

  static void open(Markup html, String title) {
    open(html, title, "en");
  }

  static void open(Markup html, String title, String language) {
    html.markup("<!doctype html>").line();
    html.open("html", "lang", language).line().open("head").line();
    html.open("meta", "charset", "utf-8").line();
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.open("meta", "name", "color-scheme", "content", "light dark").line();
    html.element("title", title).line();
    html.open("link", "rel", "stylesheet", "href", "/style.css").line();
    html.close("head").line().open("body").line();
  }

  static void close(Markup html) {
    html.close("body").line().close("html").line();
  }
}
