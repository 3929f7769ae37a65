/** The public pages: what people without an account reach by the links in their mail. */
@ApplicationModule(
        allowedDependencies = {"subscriber", "campaign", "message", "delivery", "clinic", "token", "rfc", "words"})
@NullMarked
package org.mailround.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
