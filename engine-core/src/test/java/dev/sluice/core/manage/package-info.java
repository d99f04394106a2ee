@NullMarked
package dev.sluice.core.manage;

import org.jspecify.annotations.NullMarked;
