/** Campaigns and their editions: composes and freezes what goes out, and to whom. */
@ApplicationModule(allowedDependencies = {"article", "subscriber", "clinic", "rfc", "token"})
@NullMarked
package org.mailround.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
