/** What follows from mail that came back, from complaints and from refusals: records it through the ledger, once. */
@ApplicationModule(allowedDependencies = {"delivery", "subscriber", "judgement", "mailbox", "token", "rfc"})
@NullMarked
package org.mailround.bounce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
