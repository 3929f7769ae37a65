/** The ledger: plans, claims, attempts and settles each delivery. */
@ApplicationModule(
        allowedDependencies = {"campaign", "subscriber", "message", "smtp", "judgement", "token", "clinic", "rfc"})
@NullMarked
package org.mailround.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
