/** Value types of the mail RFCs: address, mailbox, SMTP reply, enhanced status, message id, envelope sender. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mailround.rfc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
