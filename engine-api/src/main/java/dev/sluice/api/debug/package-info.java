/** What runs do, as it happens, for those who work on a flow. */
@NullMarked
package dev.sluice.api.debug;

import org.jspecify.annotations.NullMarked;
