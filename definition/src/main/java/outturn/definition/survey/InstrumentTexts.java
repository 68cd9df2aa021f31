package outturn.definition.survey;

import java.util.List;

/// What the questions of instruments say. A text is never changed: other words are another version.
final class InstrumentTexts {
  static final List<Texts> GAUGE =
      List.of(
          Texts.of(
              "My IT experience matches my business needs.",
              "Was ich mit der IT erlebe, passt zu dem, was ich für meine Arbeit brauche."),
          Texts.of(
              "IT delivers significant value to our business.",
              "Die IT trägt wesentlich zum Erfolg unserer Arbeit bei."));

  static final List<Texts> CSAT =
      List.of(
          Texts.of(
              "How satisfied are you with how your request was handled?",
              "Wie zufrieden sind Sie damit, wie Ihr Anliegen erledigt wurde?"));

  static final List<Texts> CES =
      List.of(
          Texts.of(
              "It was made easy for me to get this done.",
              "Es wurde mir leicht gemacht, das zu erledigen."));

  static final List<Texts> HAPPINESS =
      List.of(
          Texts.of(
              "How happy are you with the IT that you work with?",
              "Wie zufrieden sind Sie insgesamt mit der IT, mit der Sie arbeiten?"),
          Texts.of(
              "How many minutes of work did you lose through IT problems in the last week?",
              "Wie viele Minuten Arbeitszeit haben Sie in der letzten Woche durch Probleme mit der IT verloren?"));

  static final List<Texts> SUS =
      List.of(
          Texts.of(
              "I think that I would like to use this system frequently.",
              "Ich würde dieses System gern häufig nutzen."),
          Texts.of(
              "I found the system unnecessarily complex.",
              "Ich fand das System unnötig kompliziert."),
          Texts.of(
              "I thought the system was easy to use.", "Ich fand das System einfach zu bedienen."),
          Texts.of(
              "I think that I would need the support of a technical person to be able to use this system.",
              "Ich bräuchte wohl technische Hilfe, um dieses System nutzen zu können."),
          Texts.of(
              "I found the various functions in this system were well integrated.",
              "Ich fand, dass die Funktionen des Systems gut zusammenspielen."),
          Texts.of(
              "I thought there was too much inconsistency in this system.",
              "Ich fand in diesem System zu vieles widersprüchlich."),
          Texts.of(
              "I would imagine that most people would learn to use this system very quickly.",
              "Die meisten Menschen lernen vermutlich sehr schnell, mit diesem System umzugehen."),
          Texts.of(
              "I found the system very cumbersome to use.",
              "Ich fand das System sehr umständlich zu bedienen."),
          Texts.of(
              "I felt very confident using the system.",
              "Ich fühlte mich bei der Bedienung des Systems sehr sicher."),
          Texts.of(
              "I needed to learn a lot of things before I could get going with this system.",
              "Ich musste viel lernen, bevor ich mit diesem System arbeiten konnte."));

  static final List<Texts> UMUX_LITE =
      List.of(
          Texts.of(
              "This system's capabilities meet my requirements.",
              "Was dieses System kann, entspricht dem, was ich brauche."),
          Texts.of("This system is easy to use.", "Dieses System ist einfach zu bedienen."));

  static final List<Texts> READINESS =
      List.of(
          Texts.of(
              "I know why we are changing the way we work.",
              "Ich weiß, warum wir unsere Arbeitsweise ändern."),
          Texts.of(
              "I want to take part in this change.", "Ich möchte diese Veränderung mittragen."),
          Texts.of(
              "I know what I have to do differently, and how.",
              "Ich weiß, was ich anders machen soll und wie."),
          Texts.of(
              "I am able to work in the new way today.",
              "Ich kann heute schon auf die neue Weise arbeiten."),
          Texts.of(
              "I am helped to keep working in the new way.",
              "Ich werde darin unterstützt, bei der neuen Arbeitsweise zu bleiben."));

  private InstrumentTexts() {}
}
