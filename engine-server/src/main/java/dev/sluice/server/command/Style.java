package dev.sluice.server.command;

/** How text is set off on a terminal; nothing is added to plain text. */
enum Style {
  COLORED,
  PLAIN;

  private static final String RESET = "\u001b[0m";

  String heading(String text) {
    return marked("1", text);
  }

  String faint(String text) {
    return marked("2", text);
  }

  String good(String text) {
    return marked("32", text);
  }

  String bad(String text) {
    return marked("31", text);
  }

  String doubtful(String text) {
    return marked("33", text);
  }

  String notable(String text) {
    return marked("36", text);
  }

  private String marked(String code, String text) {
    return this == COLORED ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
