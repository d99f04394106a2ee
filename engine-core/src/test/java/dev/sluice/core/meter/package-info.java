@NullMarked
package dev.sluice.core.meter;

import org.jspecify.annotations.NullMarked;
