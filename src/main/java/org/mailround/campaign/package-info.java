/** Campaigns, their schedules and their editions: composes and freezes what goes out, to whom, and when. */
@ApplicationModule(allowedDependencies = {"article", "subscriber", "clinic", "rfc", "token"})
@NullMarked
package org.mailround.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
