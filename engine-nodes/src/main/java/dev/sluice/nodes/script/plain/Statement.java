package dev.sluice.nodes.script.plain;

/** A piece of a script that does something. */
interface Statement {
  /** How a statement ended. */
  enum Completion {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN
  }

  Completion execute(Frame frame);
}
