/** All of Spring Batch, and all firing of schedules: jobs and steps that each fetch, call a room, and say what came. */
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
            "mailbox",
            "bounce",
            "notice",
            "preflight",
            "report",
            "backup"
        })
@NullMarked
package org.mailround.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
