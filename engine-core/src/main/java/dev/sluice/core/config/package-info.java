/** What configurations of nodes hold: the one place that reads config records. */
@NullMarked
package dev.sluice.core.config;

import org.jspecify.annotations.NullMarked;
