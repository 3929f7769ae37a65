/** Reads a mailbox by IMAP or POP3: has each message taken, and puts it away. Knows nothing of what stands in them. */
@ApplicationModule(allowedDependencies = {"credential"})
@NullMarked
package org.mailround.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
