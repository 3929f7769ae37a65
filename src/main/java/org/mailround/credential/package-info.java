/** What proves to a mail server who we are: a password, or an access token (RFC 6749). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mailround.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
