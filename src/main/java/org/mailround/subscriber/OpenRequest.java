package org.mailround.subscriber;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/**
 * A request that a mail is to answer.
 *
 * @param language what whoever asked wants to read, as a BCP 47 tag; null where they did not choose
 * @param lists those that it is for, by name
 */
public record OpenRequest(
        long id, EmailAddress address, @Nullable String language, List<MailingList> lists) {}
