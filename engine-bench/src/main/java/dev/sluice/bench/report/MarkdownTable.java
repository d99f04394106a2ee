package dev.sluice.bench.report;

import java.util.List;

/** A table of a Markdown document. */
final class MarkdownTable {
  private final StringBuilder text = new StringBuilder();

  MarkdownTable(List<String> head) {
    row(head);
    text.append("|---".repeat(head.size())).append("|\n");
  }

  void row(List<String> cells) {
    cells.forEach(cell -> text.append("| ").append(cell).append(' '));
    text.append("|\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
