/** Staff: accounts and their roles, the links that begin them, and the audit trail of what they did. */
@ApplicationModule(allowedDependencies = {"clinic", "rfc"})
@NullMarked
package org.mailround.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
