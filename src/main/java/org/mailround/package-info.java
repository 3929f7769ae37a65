/** Mailround sends a clinic's newsletters, and accounts for every recipient. */
@NullMarked
package org.mailround;

import org.jspecify.annotations.NullMarked;
