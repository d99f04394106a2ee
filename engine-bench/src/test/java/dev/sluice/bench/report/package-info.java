/** Whether pictures and tables say what was measured. */
@NullMarked
package dev.sluice.bench.report;

import org.jspecify.annotations.NullMarked;
