/** Whether the benchmarks run at all. */
@NullMarked
package dev.sluice.bench;

import org.jspecify.annotations.NullMarked;
