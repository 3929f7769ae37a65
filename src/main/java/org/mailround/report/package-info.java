/** What became of an edition, and what is due next; only reads. */
@ApplicationModule(allowedDependencies = {"campaign", "delivery", "subscriber", "article", "recent"})
@NullMarked
package org.mailround.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
