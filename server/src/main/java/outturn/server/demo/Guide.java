package outturn.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import outturn.cli.terminal.Terminal;
import outturn.outcome.words.OutcomeSentences;
import outturn.server.Running;

/// The page of text at the end of the demonstration's start.
final class Guide {
  private final Running running;
  private final Terminal terminal;

  Guide(Running running, Terminal terminal) {
    this.running = running;
    this.terminal = terminal;
  }

  void print(Demonstration.Scene scene) {
    terminal.line("");
    terminal.line("Outturn is ready. In a browser (one sign-in, within ten minutes):");
    terminal.line("  " + running.loginLink());
    running.firstPassword().ifPresent(password -> terminal.line("  or as " + password));
    terminal.line("");
    terminal.line("What you see: four projects, each with its chain from workflow to outcome.");
    for (var outcome : running.server().outcomes().all()) {
      terminal.line("");
      terminal.line("  " + outcome.name());
      terminal.paragraph(OutcomeSentences.whole(outcome.value()), "    ");
    }
    tellMails();
    tellCommands(scene);
    terminal.line("");
    terminal.line(
        "Ctrl-C stops it; the next ./outturn demo goes on from here, --fresh begins anew.");
    terminal.line(
        "API: "
            + running.url()
            + "/api/v1, token: "
            + running.server().data().resolve("admin-token"));
  }

  private void tellCommands(Demonstration.Scene scene) {
    terminal.line("");
    terminal.line("Try, in another terminal (times are those of " + ZoneId.systemDefault() + "):");
    terminal.line("  ./outturn outcome show safer-front-seats   the chart, with the phase of 1983");
    terminal.line(
        "  ./outturn outcome statement documents-found  on one page, and to whom it was mailed");
    terminal.line(
        "  ./outturn outcome confirm documents-found  why the plan needs its training: office-suite");
    terminal.line("  ./outturn runs                             what ran and what waits");
    scene
        .waiting()
        .ifPresent(run -> {
          terminal.line(
              "  ./outturn why "
                  + run
                  + "                 this run waits for a pool; who holds it?");
          terminal.line("  ./outturn logs " + run + " --follow       what it says once it goes on");
        });
    terminal.line(
        "  ./outturn validate examples/with-a-typo    a prepared typo: where, and what was meant");
  }

  /// The impact statements that went out by themselves.
  private void tellMails() {
    var mails = mails(running.server().statements().folder());
    if (mails.isEmpty()) return;
    terminal.line("");
    terminal.line(
        "Their impact statements went out by themselves, as mails with a PDF. There is no");
    terminal.line("mail server here: each is a file, which a mail program opens.");
    mails.forEach(mail -> terminal.line("  " + mail));
  }

  private static List<Path> mails(Path home) {
    if (!Files.isDirectory(home)) return List.of();
    try (var files = Files.walk(home)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
