/** May this go out? */
@ApplicationModule(
        allowedDependencies = {"campaign", "subscriber", "message", "smtp", "mailbox", "clinic", "web", "rfc"})
@NullMarked
package org.mailround.preflight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
