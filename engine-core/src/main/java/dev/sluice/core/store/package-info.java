/** What an engine keeps. */
@NullMarked
package dev.sluice.core.store;

import org.jspecify.annotations.NullMarked;
