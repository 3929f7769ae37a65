/** Who gets mail: subscribers, their lists and consent, suppression, and the import of CSV lists. */
@ApplicationModule(allowedDependencies = {"rfc", "recent", "clinic", "token"})
@NullMarked
package org.mailround.subscriber;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
