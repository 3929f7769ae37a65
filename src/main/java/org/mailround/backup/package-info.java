/** Copies of the house that are made while it works, and what a house must not do that came back from one. */
@ApplicationModule(allowedDependencies = {"campaign", "subscriber", "delivery", "notice", "clinic"})
@NullMarked
package org.mailround.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
