/** Who sees what runs do. */
@NullMarked
package dev.sluice.core.observe;

import org.jspecify.annotations.NullMarked;
