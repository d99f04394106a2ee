package dev.sluice.server.command;

import dev.sluice.api.payload.Value;
import dev.sluice.api.run.DebugLevel;
import dev.sluice.api.run.RunListener.Visit;

/** Something that happened in a run. */
sealed interface TraceEvent {
  /** Where and when. */
  Visit visit();

  /** A path reached a node. */
  record Entered(Visit visit) implements TraceEvent {}

  /**
   * A path left a node.
   *
   * @param output the index of the output
   * @param name the output's name
   */
  record Left(Visit visit, int output, String name) implements TraceEvent {
    /** Whether going on was not the only way, so that the way taken says something. */
    boolean isBranch() {
      return output > 0 || !name.equals("next");
    }
  }

  /**
   * A node sent a message.
   *
   * @param level how serious it is
   * @param text its text
   * @param shown the value shown with it
   */
  record Message(Visit visit, DebugLevel level, String text, Value shown) implements TraceEvent {}
}
