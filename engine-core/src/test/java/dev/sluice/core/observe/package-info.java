/** Tests of what those see who watch runs. */
@NullMarked
package dev.sluice.core.observe;

import org.jspecify.annotations.NullMarked;
