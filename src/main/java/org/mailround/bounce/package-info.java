/** Reads the bounce mailbox, judges what is in it, and records that through the ledger. */
@ApplicationModule(allowedDependencies = {"delivery", "subscriber", "judgement", "credential", "token", "rfc"})
@NullMarked
package org.mailround.bounce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
