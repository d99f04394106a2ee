package dev.sluice.server.command;

import java.io.PrintWriter;
import java.time.InstantSource;

/**
 * What the commands know of the world around the process.
 *
 * @param out where results go
 * @param err where complaints go
 * @param clock what time it is, for the flows too
 * @param colored whether people look at {@code out} and want colors
 */
record Terminal(PrintWriter out, PrintWriter err, InstantSource clock, boolean colored) {
  Style style(boolean wanted) {
    return colored && wanted ? Style.COLORED : Style.PLAIN;
  }
}
