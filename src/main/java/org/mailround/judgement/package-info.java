/** What a refusal means, and what a message says that came back: by status and words, whoever wrote them. */
@ApplicationModule(allowedDependencies = {"rfc"})
@NullMarked
package org.mailround.judgement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
