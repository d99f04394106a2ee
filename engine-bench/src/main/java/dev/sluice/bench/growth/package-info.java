/** How cost grows with what flows, payloads, engines and their hosts have more of. */
@NullMarked
package dev.sluice.bench.growth;

import org.jspecify.annotations.NullMarked;
