/** What an engine's flows can be built of, described for people and for editors. */
@NullMarked
package dev.sluice.api.palette;

import org.jspecify.annotations.NullMarked;
