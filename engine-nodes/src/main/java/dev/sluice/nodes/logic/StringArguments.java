package dev.sluice.nodes.logic;

import dev.sluice.api.node.NodeException;

/** The arguments of a method on text. */
@SuppressWarnings("ArrayRecordComponent") // made for one call and never compared
record StringArguments(String[] texts) {
  private static final int MAX_NUMBER = 1000;

  /** An argument, or another text if it is not given. */
  String text(int index, String otherwise) {
    return index < texts.length ? texts[index] : otherwise;
  }

  int count() {
    return texts.length;
  }

  /**
   * A whole number from 0 to 1000.
   *
   * @throws NodeException if the argument is anything else
   */
  int number(int index) {
    double number = TextNumber.parse(text(index, ""));
    if (!(number >= 0 && number <= MAX_NUMBER)) {
      throw new NodeException(
          "ValidationError",
          "An argument must be a number from 0 to "
              + MAX_NUMBER
              + ", not \""
              + text(index, "")
              + "\"");
    }
    return (int) number;
  }
}
