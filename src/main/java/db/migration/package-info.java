/** Migrations that the two databases write each in their own way; the others are in resources. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
