/** Who sends: name, postal address, time zone, branding, and the addresses mail goes out under. */
@ApplicationModule(allowedDependencies = {"rfc"})
@NullMarked
package org.mailround.clinic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
