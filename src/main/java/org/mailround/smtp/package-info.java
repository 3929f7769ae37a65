/** Submits octets to a relay over a kept-open connection; knows no database and no campaign. */
@ApplicationModule(allowedDependencies = {"credential", "rfc"})
@NullMarked
package org.mailround.smtp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
