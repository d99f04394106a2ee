/**
 * The reference flows: each on the engine, in Java written by hand, and, where they can do what it
 * does, on other engines.
 */
@NullMarked
package dev.sluice.bench.flow;

import org.jspecify.annotations.NullMarked;
