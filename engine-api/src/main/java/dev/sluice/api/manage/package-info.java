/** Managing flows, their versions, and what is known of their runs. */
@NullMarked
package dev.sluice.api.manage;

import org.jspecify.annotations.NullMarked;
