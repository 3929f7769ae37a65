/** Commands. */
@ApplicationModule(
        allowedDependencies = {
            "rfc",
            "clinic",
            "token",
            "article",
            "subscriber",
            "campaign",
            "message",
            "smtp",
            "delivery",
            "judgement",
            "mailbox",
            "bounce",
            "preflight",
            "backup",
            "report",
            "batch",
            "staff"
        })
@NullMarked
package org.mailround.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
