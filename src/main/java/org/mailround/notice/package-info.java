/** Single mails and what staff should know: notices, the alerts that tell of them, and a sign of health. */
@ApplicationModule(
        allowedDependencies = {
            "article",
            "bounce",
            "delivery",
            "message",
            "smtp",
            "subscriber",
            "campaign",
            "clinic",
            "token",
            "rfc"
        })
@NullMarked
package org.mailround.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
