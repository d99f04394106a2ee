/** The command line: runs and checks flows. */
@NullMarked
package dev.sluice.server.command;

import org.jspecify.annotations.NullMarked;
