/** What benchmarks measured, as pictures and tables, and what two revisions differ by. */
@NullMarked
package dev.sluice.bench.report;

import org.jspecify.annotations.NullMarked;
