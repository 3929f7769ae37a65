/** REST: what programs do with a token. */
@ApplicationModule(
        allowedDependencies = {
            "rfc",
            "clinic",
            "subscriber",
            "campaign",
            "message",
            "smtp",
            "delivery",
            "preflight",
            "report",
            "batch",
            "staff"
        })
@NullMarked
package org.mailround.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
