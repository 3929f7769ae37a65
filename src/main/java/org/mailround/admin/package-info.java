/** The staff's desk: pages for people with an account here. */
@ApplicationModule(
        allowedDependencies = {
            "rfc",
            "recent",
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
            "notice",
            "preflight",
            "report",
            "batch",
            "backup",
            "staff",
            "words"
        })
@NullMarked
package org.mailround.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
