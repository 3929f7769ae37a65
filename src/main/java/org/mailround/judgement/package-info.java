/** What a refusal means: by its status and its words, whoever wrote them. */
@ApplicationModule(allowedDependencies = {"rfc"})
@NullMarked
package org.mailround.judgement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
